import { html, type SafeHtml } from '@remix-run/html-template';
import type { OpenInvitationResult } from '../../onboarding/openInvitation.ts';
import { form } from '../fields/form.ts';
import type { Page, Visit } from '../visit.ts';

type DeadLink = Exclude<OpenInvitationResult, { outcome: 'found' }>;

/** Why a link does not lead in any more, and what to do instead. */
export function deadLinkPage(link: DeadLink, visit: Visit): Page {
  const words = visit.texts.pages.invitation;
  return {
    title: words.titles[link.outcome],
    content: html`<p>${words.reasons[link.outcome]}</p>${next(link, visit)}`,
    status: link.outcome === 'unknown' ? 404 : 410,
  };
}

function next(link: DeadLink, visit: Visit): SafeHtml {
  const words = visit.texts.pages.invitation;
  if (link.outcome === 'unknown') {
    return html`<p>${words.next.unknown}</p><p><a href="/resend-invitation">${words.askAgain}</a></p>`;
  }
  const { invitation } = link;
  if (link.outcome === 'used') {
    return html`<p class="buttons"><a class="button primary" href="/sign-in">${words.signInInstead}</a></p>`;
  }
  if (invitation.invitedBy) return html`<p>${words.next.user({ who: invitation.invitedBy.name })}</p>`;
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
