import { html } from '@remix-run/html-template';
import type { InvitationView } from '../../onboarding/views.ts';
import { form } from '../fields/form.ts';
import type { Page, Visit } from '../visit.ts';
import { invitationFacts } from './invitationFacts.ts';

/** For whoever is signed in with the address that was invited: there is nothing to fill in. */
export function acceptPage(invitation: InvitationView, visit: Visit): Page {
  const words = visit.texts.pages.invitation;
  const { email, account } = invitation;
  return {
    title: words.acceptTitle,
    content: html`<p>${words.leadSignedIn({ organization: account.organization, email })}</p>
      ${invitationFacts(invitation, visit)}
      ${form(visit, html`<p class="buttons"><button class="primary">${words.accept}</button></p>`)}`,
  };
}
