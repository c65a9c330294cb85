import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { html } from '@remix-run/html-template';
import type { Request, Response, Server } from 'restify';
import { spokenLanguage, textsFor } from '../language/texts.ts';
import { faultReference } from '../onboarding/faultReference.ts';
import { cookiesFor } from '../web/cookies.ts';
import { sendPage } from '../web/page.ts';
import { requestLanguage } from '../web/requestLanguage.ts';
import { requestUrl } from '../web/requestUrl.ts';
import { consoleAssets } from './consoleAssets.ts';
import { consolePageHeaders } from './consolePageHeaders.ts';
import type { HelpdeskSettings } from './helpdeskSettings.ts';
import { operatorCookie } from './operatorCookie.ts';
import { findOperatorSession } from './signIn/findOperatorSession.ts';

/** What the build leaves in the page where the nonce goes; see helpdesk/page/vite.config.js. */
const placeOfNonce = '__NONCE__';

/**
 * Mounts the console's page: one and the same for /helpdesk and every link into it. It holds no data; whoever is not
 * signed in is led to the sign-in, but in a Teams tab, where the page itself signs in by Teams (a sign-in page shows
 * nothing in a frame, and must not).
 */
export function mountConsolePage(server: Server, { house, publicUrl, pageFolder }: HelpdeskSettings): void {
  const cookie = operatorCookie(publicUrl);
  const pageCookies = cookiesFor(publicUrl);
  const secure = publicUrl.startsWith('https:');
  const assets = consoleAssets(new URL('assets/', pageFolder));

  async function answer(request: Request, response: Response): Promise<void> {
    if (!isInTeams(request) && !(await isSignedIn(request))) {
      const to = encodeURIComponent(request.url ?? '/helpdesk');
      response.writeHead(303, {
        Location: `/helpdesk/sign-in?to=${to}`,
        'Cache-Control': 'no-store',
        'Content-Length': '0',
      });
      return void response.end();
    }
    const built = await builtPage();
    if (built === undefined) {
      const language = languageOf(request);
      const words = textsFor(language).helpdeskSignIn;
      const page = { title: words.notBuiltTitle, content: html`<p>${words.notBuilt}</p>`, status: 503 };
      return sendPage(response, page, { language }, { secure });
    }
    const nonce = randomBytes(18).toString('base64url');
    const body = Buffer.from(built.replaceAll(placeOfNonce, nonce));
    response.writeHead(200, {
      ...consolePageHeaders(nonce, secure),
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(body.length),
    });
    response.end(body);
  }

  /** @returns the page as it was built, or undefined where it was not: what lies in the sources has no such place. */
  async function builtPage(): Promise<string | undefined> {
    try {
      const page = await readFile(new URL('index.html', pageFolder), 'utf8');
      return page.includes(placeOfNonce) ? page : undefined;
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
      return undefined;
    }
  }

  async function isSignedIn(request: Request): Promise<boolean> {
    for (const id of cookie.read(request.headers.cookie)) {
      if (await findOperatorSession(id, { using: true })) return true;
    }
    return false;
  }

  function languageOf(request: Request): string {
    const chosen = spokenLanguage(pageCookies.read(request.headers.cookie, 'language'));
    return chosen ?? requestLanguage(request.headers['accept-language']);
  }

  async function guarded(request: Request, response: Response): Promise<void> {
    try {
      await answer(request, response);
    } catch (fault) {
      const reference = faultReference();
      house.log.error({ err: fault, reference, route: '/helpdesk' }, 'a page failed');
      if (response.headersSent) return void response.destroy();
      const language = languageOf(request);
      const words = textsFor(language).pages;
      const content = html`<p>${words.failed}</p><p>${words.door.reference} <strong>${reference}</strong></p>`;
      sendPage(response, { title: words.failedTitle, content, status: 500 }, { language }, { secure });
    }
  }

  for (const method of ['get', 'head'] as const) {
    // restify tells by the keyword `async` that there is no callback to wait for.
    for (const path of ['/helpdesk', '/helpdesk/*']) {
      server[method](path, async (request: Request, response: Response) => guarded(request, response));
    }
    server[method]('/helpdesk/assets/:name', async (request: Request, response: Response) => {
      const asset = await assets.get(request.params?.name ?? '');
      if (!asset) return void response.sendRaw(404, '', { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
      const packed = asset.packed !== undefined && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
      const body = packed ? (asset.packed as Buffer) : asset.bytes;
      response.writeHead(200, {
        'Content-Type': asset.type,
        'Content-Length': String(body.length),
        ...(packed && { 'Content-Encoding': 'gzip' }),
        Vary: 'Accept-Encoding',
        // Its name changes with its content.
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
      });
      response.end(body);
    });
  }
}

/** In a frame, or in what a phone's Teams opens, where the tab's address says so (manifest: `contentUrl`). */
function isInTeams(request: Request): boolean {
  const query = requestUrl(request).searchParams;
  return request.headers['sec-fetch-dest'] === 'iframe' || query.get('in') === 'teams';
}
