import { html, type SafeHtml } from '@remix-run/html-template';

/**
 * @param caption what the table shows.
 * @param rows the first cell of each names the row.
 */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (SafeHtml | string)[])[],
): SafeHtml {
  return html`<div class="tableWrap" tabindex="0" role="region" aria-label="${caption}">
      <table>
        <caption>${caption}</caption>
        <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${rows.map(
          ([first, ...rest]) =>
            html`<tr><th scope="row">${first ?? ''}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
        )}</tbody>
      </table>
    </div>`;
}
