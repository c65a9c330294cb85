import { html, type SafeHtml } from '@remix-run/html-template';
import type { PageContext } from './pageContext.ts';

/** Nothing but our own style sheet, script and frame. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * @param parts.depth how far one has gone in: on a narrow screen only the innermost column is shown.
 * @param parts.note what has just happened.
 * @returns the whole page.
 */
export function page(
  parts: { title: string; depth: 'mailboxes' | 'mails' | 'mail'; columns: SafeHtml[]; note?: string | undefined },
  { base, language, texts }: PageContext,
): string {
  return String(html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${parts.title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${base}.css">
    <script src="${base}.js" defer></script>
  </head>
  <body data-depth="${parts.depth}" data-some-new="${texts.someNew}">
    <header><h1><a href="${base}">${texts.title}</a></h1><p>${texts.about}</p></header>
    ${parts.note === undefined ? null : html`<p class="note" role="status">${parts.note}</p>`}
    <main>${parts.columns}</main>
    <p id="news" role="status" class="unseen"></p>
  </body>
</html>`);
}
