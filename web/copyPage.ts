import { readFileSync } from 'node:fs';
import { html } from '@remix-run/html-template';
import type { Request, Response, Server } from 'restify';
import { spokenLanguage, textsFor } from '../language/texts.ts';
import { copyPageScript } from './copyPageScript.ts';
import { requestLanguage } from './requestLanguage.ts';
import { requestUrl } from './requestUrl.ts';

const style = readFileSync(new URL('./copyPage.css', import.meta.url), 'utf8');

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/**
 * Serves `/copy?language=<language>#<value>`, the page behind *Copy the value* on a domain's card: Adaptive Cards have no
 * action that copies. The value stays in the browser.
 */
export function mountCopyPage(server: Server): void {
  const send = (response: Response, type: string, body: string, more: Record<string, string> = {}) => {
    const bytes = Buffer.from(body);
    response.writeHead(200, {
      ...headers,
      ...more,
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Length': String(bytes.length),
    });
    response.end(bytes);
  };
  server.get('/copy', async (request: Request, response: Response) => {
    const { searchParams } = requestUrl(request);
    const language =
      spokenLanguage(searchParams.get('language') ?? undefined) ?? requestLanguage(request.headers['accept-language']);
    send(response, 'text/html', page(language), { Vary: 'Accept-Language', 'Content-Language': language });
  });
  server.get('/copy.js', async (_request: Request, response: Response) => {
    send(response, 'text/javascript', copyPageScript);
  });
  server.get('/copy.css', async (_request: Request, response: Response) => {
    send(response, 'text/css', style);
  });
}

function page(language: string): string {
  const words = textsFor(language).copyPage;
  return String(html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${words.title}</title>
    <link rel="stylesheet" href="copy.css">
    <script src="copy.js" defer></script>
  </head>
  <body>
    <main>
      <h1>${words.heading}</h1>
      <div id="withValue" hidden>
        <p>${words.lead}</p>
        <label for="value">${words.label}</label>
        <input id="value" readonly autocomplete="off" spellcheck="false">
        <button id="copy" type="button">${words.copy}</button>
        <p id="outcome" role="status" data-copied="${words.copied}" data-yourself="${words.copyYourself}"></p>
        <p>${words.back}</p>
      </div>
      <p id="withoutValue" hidden>${words.noValue}</p>
      <p id="withoutScript">${words.noScript}</p>
    </main>
  </body>
</html>
`);
}
