import { html, type SafeHtml } from '@remix-run/html-template';
import type { InvitationView } from '../../onboarding/views.ts';
import type { Visit } from '../visit.ts';

/** @returns how an invitation stands, in words. */
export function invitationState(invitation: InvitationView, { texts }: Pick<Visit, 'texts'>): SafeHtml {
  const words = texts.pages.access;
  if (invitation.state === 'pending' && invitation.undeliverable) {
    return html`<strong>${words.undeliverable}</strong>`;
  }
  const opened = invitation.state === 'pending' && invitation.openedAt !== undefined;
  return html`${texts.invitationStates[invitation.state]}${opened ? `, ${words.opened}` : null}`;
}
