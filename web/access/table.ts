import { html, type SafeHtml } from '@remix-run/html-template';

/**
 * @param caption what the table shows; `captionSaid`: the page's title says it already, so that it is only read out.
 * @param rows the first cell of each names the row.
 * @returns a table; on a telephone each row stands as a block, so the roles say what the drawing no longer does.
 */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (SafeHtml | string)[])[],
  { captionSaid = false }: { captionSaid?: boolean } = {},
): SafeHtml {
  return html`<div class="tableWrap" tabindex="0" role="region" aria-label="${caption}">
      <table role="table">
        <caption><span${captionSaid ? html` class="unseen"` : null}>${caption}</span></caption>
        <thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
        <tbody role="rowgroup">${rows.map(
          ([first, ...rest]) =>
            html`<tr role="row"><th scope="row" role="rowheader">${first ?? ''}</th>${rest.map(
              (cell, at) => html`<td role="cell" data-head="${heads[at + 1] ?? ''}">${cell}</td>`,
            )}</tr>`,
        )}</tbody>
      </table>
    </div>`;
}
