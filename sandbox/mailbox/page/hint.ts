import { html, type SafeHtml } from '@remix-run/html-template';

/** @returns a column that only says something. */
export function hint(text: string): SafeHtml {
  return html`<p class="column hint">${text}</p>`;
}
