import { html, type SafeHtml } from '@remix-run/html-template';

/** @returns a bar that says how things stand. */
export function message(kind: 'info' | 'success' | 'warning' | 'error', text: string | SafeHtml): SafeHtml {
  return html`<div class="message ${kind}" role="${kind === 'error' ? 'alert' : 'status'}"><p>${text}</p></div>`;
}
