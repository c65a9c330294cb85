import { readFileSync } from 'node:fs';
import { html } from '@remix-run/html-template';
import type { Request, Response, Server } from 'restify';
import { spokenLanguage } from '../language/texts.ts';
import { mountAccess } from './access/mountAccess.ts';
import { mountCopyPage } from './copyPage.ts';
import { type Door, openDoor } from './door.ts';
import { mountHome } from './home/mountHome.ts';
import { mountInvitation } from './invitation/mountInvitation.ts';
import { localPath } from './localPath.ts';
import type { PageSettings } from './pageSettings.ts';
import { mountChangePassword } from './password/mountChangePassword.ts';
import { mountForgotPassword } from './password/mountForgotPassword.ts';
import { mountNewPassword } from './password/mountNewPassword.ts';
import { mountResend } from './resend/mountResend.ts';
import { mountSignIn } from './signIn/mountSignIn.ts';
import { startPage } from './startPage.ts';

const style = readFileSync(new URL('./page.css', import.meta.url));

/** Mounts the pages that people reach by a link. @returns their door, for more pages. */
export function mountPages(server: Server, settings: PageSettings): Door {
  const door = openDoor(server, settings);
  mountCopyPage(server);

  server.get('/page.css', async (_request: Request, response: Response) => {
    response.writeHead(200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'max-age=3600',
      'X-Content-Type-Options': 'nosniff',
      'Content-Length': String(style.length),
    });
    response.end(style);
  });

  door.get('/', async ({ language, texts }) => ({
    page: { title: texts.pages.brand, content: startPage(language, settings.places?.()) },
  }));

  for (const name of ['privacy', 'terms'] as const) {
    door.get(`/${name}`, async ({ texts: { pages } }) => ({
      page: { title: pages[`${name}Title`], content: html`${pages[name].map((line) => html`<p>${line}</p>`)}` },
    }));
  }

  // Where it was pressed the browser tells, so that no link need carry the path, which may be a secret one.
  door.get('/language/:code', async ({ params, cameFrom }) => {
    const language = spokenLanguage(params.code);
    return { seeOther: localPath(cameFrom) ?? '/', ...(language && { cookies: { language } }) };
  });

  mountSignIn(door, settings);
  mountForgotPassword(door, settings);
  mountNewPassword(door, settings);
  mountChangePassword(door, settings);
  mountInvitation(door, settings);
  mountHome(door, settings);
  mountAccess(door, settings);
  mountResend(door, settings);
  return door;
}
