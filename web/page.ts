import { html, type SafeHtml } from '@remix-run/html-template';
import type { Response } from 'restify';
import { textsFor } from '../language/texts.ts';

/** What the pages allow: their own styles, no script. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  // A link of an invitation stands in the address of its page.
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  Vary: 'Accept-Language',
};

/** Answers with a page in the frame that all pages share. */
export function sendPage(
  response: Response,
  { title, content, language, status = 200 }: { title: string; content: SafeHtml; language: string; status?: number },
): void {
  const words = textsFor(language).pages;
  const body = Buffer.from(
    String(html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title} – Usher</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/page.css">
  </head>
  <body>
    <header><a href="/">${words.brand}</a></header>
    <main>
      <h1>${title}</h1>
      ${content}
    </main>
    <footer><a href="/privacy">${words.privacyTitle}</a><a href="/terms">${words.termsTitle}</a></footer>
  </body>
</html>
`),
  );
  response.writeHead(status, { ...headers, 'Content-Language': language, 'Content-Length': String(body.length) });
  response.end(body);
}
