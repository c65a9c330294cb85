import { html, type SafeHtml } from '@remix-run/html-template';
import { textsFor } from '../language/texts.ts';
import { dateInWords, listInWords } from '../language/wording.ts';
import type { OpenInvitationResult } from '../onboarding/openInvitation.ts';

/** What the page behind *Start now* says. */
export interface InvitationPage {
  title: string;
  content: SafeHtml;
  status: number;
}

/** Words what a link is good for: what the invitation is for, or why it no longer leads in and what to do instead. */
export function invitationPage(result: OpenInvitationResult, language: string): InvitationPage {
  const texts = textsFor(language);
  const words = texts.pages.invitation;
  if (result.outcome !== 'found') {
    return {
      title: words.titles[result.outcome],
      content: html`<p>${words.reasons[result.outcome]}</p><p>${words.next}</p>`,
      status: result.outcome === 'unknown' ? 404 : 410,
    };
  }
  const { invitation } = result;
  const roles = invitation.roles.map((role) => texts.roles[role]);
  return {
    title: words.title({ organization: invitation.account.organization }),
    content: html`<p>${words.lead({ name: invitation.firstName })}</p>
      <dl>
        <dt>${texts.fields.organization}</dt><dd>${invitation.account.organization}</dd>
        <dt>${texts.fields.account}</dt><dd>${invitation.account.number}</dd>
        <dt>${texts.fields.email}</dt><dd>${invitation.email}</dd>
        <dt>${texts.fields.roles}</dt><dd>${listInWords(roles, language)}</dd>
        ${invitation.invitedBy ? html`<dt>${words.invitedBy}</dt><dd>${invitation.invitedBy.name}</dd>` : null}
        <dt>${words.validUntil}</dt><dd>${dateInWords(invitation.expiresAt, language)}</dd>
      </dl>
      <p>${words.notYet}</p>
      <p class="quiet">${words.workAccount}</p>`,
    status: 200,
  };
}
