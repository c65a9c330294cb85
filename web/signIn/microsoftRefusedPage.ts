import { html } from '@remix-run/html-template';
import type { Page, Visit } from '../visit.ts';

/** The sign-in with Microsoft came to nothing: broken off, or it proved nobody whom it could let in. */
export function microsoftRefusedPage({ texts }: Visit, why: 'failed' | 'foreign' | 'other'): Page {
  const words = texts.pages.signIn;
  const reasons = { failed: words.microsoftFailed, foreign: words.microsoftForeign, other: words.microsoftOther };
  return {
    title: words.microsoftFailedTitle,
    content: html`<p>${reasons[why]}</p>
      <p class="buttons"><a class="button primary" href="/sign-in">${words.again}</a></p>`,
    status: why === 'failed' ? 400 : 403,
  };
}
