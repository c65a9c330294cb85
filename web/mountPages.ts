import { readFileSync } from 'node:fs';
import { html } from '@remix-run/html-template';
import type { Request, Response, Server } from 'restify';
import { textsFor } from '../language/texts.ts';
import type { House } from '../onboarding/house.ts';
import { openInvitation } from '../onboarding/openInvitation.ts';
import { mountCopyPage } from './copyPage.ts';
import { invitationPage } from './invitationPage.ts';
import { sendPage } from './page.ts';
import { requestLanguage } from './requestLanguage.ts';
import { type LocalPlaces, startPage } from './startPage.ts';

const style = readFileSync(new URL('./page.css', import.meta.url));

/**
 * Mounts the pages that people reach by a link.
 * @param places in local mode: what there is to open now.
 */
export function mountPages(server: Server, { house, places }: { house: House; places?: () => LocalPlaces }): void {
  mountCopyPage(server);

  server.get('/page.css', async (_request: Request, response: Response) => {
    response.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' });
    response.end(style);
  });

  server.get('/', async (request: Request, response: Response) => {
    const language = requestLanguage(request.headers['accept-language']);
    const { brand } = textsFor(language).pages;
    sendPage(response, { title: brand, content: startPage(language, places?.()), language });
  });

  for (const name of ['privacy', 'terms'] as const) {
    server.get(`/${name}`, async (request: Request, response: Response) => {
      const language = requestLanguage(request.headers['accept-language']);
      const words = textsFor(language).pages;
      const content = html`${words[name].map((line) => html`<p>${line}</p>`)}`;
      sendPage(response, { title: words[`${name}Title`], content, language });
    });
  }

  server.get('/invitation/:token', async (request: Request, response: Response) => {
    const { token } = request.params as { token: string };
    const language = requestLanguage(request.headers['accept-language']);
    try {
      sendPage(response, { ...invitationPage(await openInvitation(house, { token }), language), language });
    } catch (fault) {
      house.log.error({ err: fault }, 'The page of an invitation failed');
      const words = textsFor(language).pages;
      sendPage(response, { title: words.failedTitle, content: html`<p>${words.failed}</p>`, language, status: 500 });
    }
  });
}
