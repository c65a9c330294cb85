import { html, type SafeHtml } from '@remix-run/html-template';
import { dateInWords, listInWords } from '../../language/wording.ts';
import type { InvitationView } from '../../onboarding/views.ts';
import type { Visit } from '../visit.ts';

/** @returns what an invitation is for, as a list of facts. */
export function invitationFacts(invitation: InvitationView, { texts, language }: Visit): SafeHtml {
  const words = texts.pages.invitation;
  const roles = invitation.roles.map((role) => texts.roles[role]);
  return html`<section class="card">
        <h2>${words.detailsTitle}</h2>
        <dl>
          <dt>${texts.fields.organization}</dt><dd>${invitation.account.organization}</dd>
          <dt>${texts.fields.account}</dt><dd>${invitation.account.number}</dd>
          <dt>${texts.fields.roles}</dt><dd>${listInWords(roles, language)}</dd>
          ${invitation.invitedBy ? html`<dt>${words.invitedBy}</dt><dd>${invitation.invitedBy.name}</dd>` : null}
          <dt>${words.validUntil}</dt><dd>${dateInWords(invitation.expiresAt, language)}</dd>
        </dl>
      </section>`;
}
