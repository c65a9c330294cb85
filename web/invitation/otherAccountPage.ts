import { html } from '@remix-run/html-template';
import type { InvitationView } from '../../onboarding/views.ts';
import { form } from '../fields/form.ts';
import type { Page, Visit } from '../visit.ts';

/** For whoever is signed in with another address than the one that was invited: the way out leads back here. */
export function otherAccountPage({ email }: InvitationView, visit: Visit): Page {
  const words = visit.texts.pages;
  const signedInAs = visit.session?.actor.email ?? '';
  return {
    title: words.invitation.titles.other,
    status: 403,
    content: html`<p>${words.invitation.otherAccount({ email, signedInAs })}</p>
      ${form(
        visit,
        html`<input type="hidden" name="to" value="${visit.path}">
        <p class="buttons"><button class="primary">${words.invitation.signOutAndOpen}</button></p>`,
        { action: '/sign-out' },
      )}`,
  };
}
