import { html, type SafeHtml } from '@remix-run/html-template';
import type { Visit } from '../visit.ts';

/**
 * @param to where to go on after it.
 * @param at where it begins.
 * @returns the link that begins the sign-in with Microsoft.
 */
export function microsoftButton({ texts }: Visit, to: string, at = '/sign-in/microsoft'): SafeHtml {
  return html`<p><a class="button microsoft" href="${at}?to=${encodeURIComponent(to)}">${mark}${texts.pages.signIn.microsoft}</a></p>`;
}

const mark = html`<svg viewBox="0 0 21 21" width="21" height="21" aria-hidden="true"><path fill="#f25022" d="M1 1h9v9H1z"/><path fill="#7fba00" d="M11 1h9v9h-9z"/><path fill="#00a4ef" d="M1 11h9v9H1z"/><path fill="#ffb900" d="M11 11h9v9h-9z"/></svg>`;
