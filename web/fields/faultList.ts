import { html, type SafeHtml } from '@remix-run/html-template';

/**
 * What must be put right, above the form, each leading to its field. It has the focus when the page opens, so that it is
 * heard and not only seen.
 */
export function faultList(title: string, faults: readonly { name?: string; text: string }[]): SafeHtml {
  return html`<div class="message error" role="alert" tabindex="-1" autofocus>
      <h2>${title}</h2>
      <ul>${faults.map(({ name, text }) => html`<li>${name ? html`<a href="#${name}">${text}</a>` : text}</li>`)}</ul>
    </div>`;
}
