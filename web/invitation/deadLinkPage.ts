import { html, type SafeHtml } from '@remix-run/html-template';
import type { OpenInvitationResult } from '../../onboarding/openInvitation.ts';
import { form } from '../fields/form.ts';
import type { Page, Visit } from '../visit.ts';

/** A link that does not lead in. */
export type DeadLink = Exclude<OpenInvitationResult, { outcome: 'found' }>;

/** Why a link does not lead in any more, and what to do instead. */
export function deadLinkPage(link: DeadLink, visit: Visit): Page {
  const words = visit.texts.pages.invitation;
  const why = link.outcome === 'used' && link.invitation.state === 'declined' ? 'declined' : link.outcome;
  return {
    title: words.titles[why],
    content: html`<p>${words.reasons[why]}</p>${next(link, visit)}`,
    status: link.outcome === 'unknown' ? 404 : 410,
  };
}

function next(link: DeadLink, visit: Visit): SafeHtml {
  const words = visit.texts.pages.invitation;
  // Nobody knows who holds such a link, and it tells nothing: help for both whom it can have come to.
  if (link.outcome === 'unknown') {
    return html`<p><strong>${words.next.newest}</strong></p>
      <h2>${words.next.invitedTitle}</h2>
      <p>${words.next.invited}</p>
      <h2>${words.next.administratorTitle}</h2>
      <p>${words.next.byNumbers}</p>
      <p class="buttons"><a class="button" href="/resend-invitation">${words.askAgain}</a></p>`;
  }
  const { invitation } = link;
  if (invitation.state === 'accepted') {
    return html`<p class="buttons"><a class="button primary" href="/sign-in">${words.signInInstead}</a></p>`;
  }
  const who = invitation.invitedBy?.name;
  // What is over can be asked for anew, but is not sent again; only the administrator's own, after a no of theirs, is.
  if (who && invitation.state !== 'expired') return html`<p>${words.next.anew({ who })}</p>`;
  if (invitation.state === 'revoked') return html`<p>${words.next.anewWithoutInviter}</p>`;
  if (who) return html`<p>${words.next.user({ who })}</p>`;
  // The administrator's own: all that the form asks for is known from the link that they hold.
  const { agreementNumber, number } = invitation.account;
  return html`<p>${words.next.administrator}</p>
      ${form(
        visit,
        html`<input type="hidden" name="administratorEmail" value="${invitation.email}">
        <input type="hidden" name="agreementNumber" value="${agreementNumber}">
        <input type="hidden" name="accountNumber" value="${number}">
        <p class="buttons"><button class="primary">${words.askAgain}</button></p>`,
        { action: '/resend-invitation' },
      )}`;
}
