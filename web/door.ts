import { randomBytes } from 'node:crypto';
import { html, type SafeHtml } from '@remix-run/html-template';
import type { Request, Response, Server } from 'restify';
import { spokenLanguage, textsFor } from '../language/texts.ts';
import { deviceDays } from '../onboarding/device.ts';
import { faultReference } from '../onboarding/faultReference.ts';
import { findSession, type SignedIn } from '../onboarding/findSession.ts';
import { takeFromLimit } from '../onboarding/takeFromLimit.ts';
import { clientKey } from './clientKey.ts';
import { comesFromOwnPage } from './comesFromOwnPage.ts';
import { cookiesFor } from './cookies.ts';
import { message } from './fields/message.ts';
import { formToken, isFormToken } from './formToken.ts';
import { openForm, sealForm, writerMark } from './keptForm.ts';
import { localPath } from './localPath.ts';
import { sendPage } from './page.ts';
import type { PageSettings } from './pageSettings.ts';
import { type Form, formFrom, readForm } from './readForm.ts';
import { requestLanguage } from './requestLanguage.ts';
import { requestUrl } from './requestUrl.ts';
import { shownPages } from './shownPages.ts';
import type { Answer, FormVisit, Visit } from './visit.ts';

/** A visit by somebody who is signed in and has access. */
type Inside<V extends Visit> = V & { session: SignedIn };

interface FormOptions {
  /** Fields that may stand in the form several times. */
  lists?: readonly string[];
  /** Longest form taken, in bytes. */
  most?: number;
  /** Where to go on, by GET, when the page is out of date; else a page says so. Nothing is done with the form. */
  outOfDate?: (visit: FormVisit) => string | undefined;
}

/** By restify's names: an address that is none of ours, or one that only takes forms and was opened by itself. */
const noPage = { NotFound: 404, MethodNotAllowed: 405 };

/** The one way into the pages: whatever comes in was checked here, whatever goes out was framed here. */
export interface Door {
  /** @param path as restify knows it, e.g. `/invitation/:token`. */
  get(path: string, answer: (visit: Visit) => Promise<Answer>): void;
  post(path: string, answer: (visit: FormVisit) => Promise<Answer>, options?: FormOptions): void;
  /** The same for those who are signed in and have access; anybody else is led to the sign-in, and then back. */
  readonly inside: {
    get(path: string, answer: (visit: Inside<Visit>) => Promise<Answer>): void;
    post(path: string, answer: (visit: Inside<FormVisit>) => Promise<Answer>, options?: FormOptions): void;
  };
}

/** Opens the door for pages on `server`; also says friendly that there is no page where there is none. */
export function openDoor(server: Server, { house, publicUrl, proxyHops }: PageSettings): Door {
  const cookies = cookiesFor(publicUrl);
  const secure = publicUrl.startsWith('https:');
  const shown = shownPages();

  /** Looks who comes, and in which language they read. */
  async function welcome(request: Request): Promise<{ visit: Visit; set: string[] }> {
    const header = request.headers.cookie;
    const set: string[] = [];
    const url = requestUrl(request);
    const sessionId = cookies.read(header, 'session');
    const session = sessionId ? await findSession(sessionId) : undefined;
    if (sessionId && !session) set.push(cookies.write('session', ''));
    const theirs = spokenLanguage(session?.actor.language);
    if (theirs && theirs !== cookies.read(header, 'spoken')) set.push(cookies.write('spoken', theirs));
    const language = languageOf(request, theirs);
    let browser = browserId(cookies.read(header, 'browser'));
    const visit: Visit = {
      path: url.pathname,
      params: (request.params ?? {}) as Record<string, string>,
      query: url.searchParams,
      ...cameFrom(request.headers.referer, request.headers.host),
      headOnly: request.method === 'HEAD',
      language,
      texts: textsFor(language),
      ...(session && { session, writer: writerMark(house.linkSecret, session.actor.email) }),
      client: clientKey(house.linkSecret, request, proxyHops),
      formToken() {
        if (session) return formToken(house.linkSecret, `session:${session.sessionHash}`);
        if (browser === undefined) {
          browser = randomBytes(32).toString('base64url');
          set.push(cookies.write('browser', browser));
        }
        return formToken(house.linkSecret, `browser:${browser}`);
      },
      cookie: (name) => cookies.read(header, name),
    };
    return { visit, set };
  }

  /**
   * @param theirs the language of whoever is signed in. When their session is over they are spoken to in the same.
   * @returns the one that was chosen on this browser, else theirs, else the one that it asks for.
   */
  function languageOf({ headers }: Request, theirs?: string): string {
    const kept = (name: string) => spokenLanguage(cookies.read(headers.cookie, name));
    return kept('language') ?? theirs ?? kept('spoken') ?? requestLanguage(headers['accept-language']);
  }

  /** What the browser tells, where it tells a page of ours; the answer to a form stands where only forms are taken. */
  function cameFrom(referer: string | undefined, host: string | undefined): { cameFrom?: string } {
    if (referer === undefined || !URL.canParse(referer)) return {};
    const { origin, pathname, search } = new URL(referer);
    if (!comesFromOwnPage({ origin, host }, publicUrl)) return {};
    const page = shown.nearest(pathname);
    return { cameFrom: page === pathname ? page + search : page };
  }

  /** @returns the form, or why it is not taken. */
  async function takeForm(request: Request, visit: Visit, options: FormOptions): Promise<FormVisit | Answer> {
    const words = visit.texts.pages.door;
    if (!comesFromOwnPage(request.headers, publicUrl))
      return plainPage(words.outOfDateTitle, words.outOfDate, 403, visit);
    const read = await readForm(request, options);
    if (read.outcome === 'refused') {
      return plainPage(
        words.unreadableTitle,
        read.status === 413 ? words.tooLarge : words.unreadable,
        read.status,
        visit,
      );
    }
    const browser = browserId(visit.cookie('browser'));
    const holder = visit.session ? `session:${visit.session.sessionHash}` : browser && `browser:${browser}`;
    if (!holder || !isFormToken(house.linkSecret, holder, read.form.text('formToken'))) {
      const kept = await keep(visit, read.form);
      if (kept) return kept;
      const goOn = options.outOfDate?.({ ...visit, form: read.form });
      if (goOn !== undefined) return { seeOther: goOn };
      return plainPage(words.outOfDateTitle, words.outOfDate, 403, visit);
    }
    const retryAt = await takeFromLimit(house, 'formsPerClient', visit.client);
    if (retryAt) return plainPage(words.tooOftenTitle, words.tooOften, 429, visit);
    return { ...visit, form: read.form };
  }

  /**
   * @returns to where what was typed stands again, after signing in if need be, or shows the longest of it where it is too
   *   much to be kept; undefined where the form is none that is kept.
   */
  async function keep(visit: Visit, form: Form): Promise<Answer | undefined> {
    const writer = form.text('writer');
    if (writer === '' || (visit.session && writer !== visit.writer)) return undefined;
    const page = visit.cameFrom ?? shown.nearest(visit.path);
    const fields = form.fields().filter(([name]) => name !== 'formToken' && name !== 'writer');
    const sealed = await sealForm(house.linkSecret, { page, writer, fields });
    if (sealed === undefined) {
      const [longest = ''] = fields.map(([, value]) => value).sort((one, other) => other.length - one.length);
      const words = visit.texts.pages.door;
      return plainPage(words.outOfDateTitle, words.notKept, 403, visit, html`<p class="card said">${longest}</p>`);
    }
    const on = isInside(visit) ? { seeOther: page } : toSignIn(visit, page, '&kept');
    return { ...on, cookies: { kept: sealed } };
  }

  /** Answers with a page on which stands again what was typed there when the session was over, once. */
  async function answerKept(visit: Inside<Visit>, answer: (visit: Inside<Visit>) => Promise<Answer>): Promise<Answer> {
    const kept = await openForm(house.linkSecret, visit.cookie('kept') ?? '');
    const isHere = kept !== undefined && new URL(kept.page, publicUrl).pathname === visit.path;
    if (!isHere || kept.writer !== visit.writer || visit.headOnly) return answer(visit);
    const answered = await answer({ ...visit, kept: formFrom(kept.fields) });
    const cookies = { ...answered.cookies, kept: '' };
    if (!('page' in answered)) return { ...answered, cookies };
    const content = html`${message('warning', visit.texts.pages.door.kept)}${answered.page.content}`;
    return { ...answered, cookies, page: { ...answered.page, content } };
  }

  function send(response: Response, visit: Visit, set: string[], answer: Answer): void {
    if (answer.session === 'end') set.push(cookies.write('session', ''));
    else if (answer.session) {
      // What was handed out before sign-in proves nothing after it.
      set.push(cookies.write('session', answer.session.begin), cookies.write('browser', ''));
    }
    if (answer.device) set.push(cookies.write('device', answer.device, { days: deviceDays }));
    for (const [name, value] of Object.entries(answer.cookies ?? {})) set.push(cookies.write(name, value));
    if ('page' in answer) return void sendPage(response, answer.page, visit, { secure, cookies: () => set });
    const location = 'seeOther' in answer ? (localPath(answer.seeOther) ?? '/') : answer.leaveFor.href;
    response.writeHead(303, {
      Location: location,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
      'Content-Length': '0',
      ...(set.length > 0 && { 'Set-Cookie': set }),
    });
    response.end();
  }

  /** Lets one request in, to its answer. */
  async function admit(
    request: Request,
    response: Response,
    answerTo: (visit: Visit) => Promise<Answer>,
  ): Promise<void> {
    try {
      const { visit, set } = await welcome(request);
      send(response, visit, set, await answerTo(visit));
    } catch (fault) {
      const reference = faultReference();
      // The path may carry a link's token: the route as it is declared tells enough.
      const route = (request.getRoute?.() as { path?: string } | undefined)?.path;
      house.log.error({ err: fault, reference, route, method: request.method }, 'a page failed');
      if (response.headersSent) return void response.destroy();
      const language = languageOf(request);
      const words = textsFor(language).pages;
      const content = html`<p>${words.failed}</p><p>${words.door.reference} <strong>${reference}</strong></p>`;
      sendPage(response, { title: words.failedTitle, content, status: 500 }, { language }, { secure });
    }
  }

  const door: Door = {
    get(path, answer) {
      shown.add(path);
      for (const method of ['get', 'head'] as const) {
        // restify tells by the keyword `async` that there is no callback to wait for.
        server[method](path, async (request: Request, response: Response) => admit(request, response, answer));
      }
    },
    post(path, answer, options = {}) {
      server.post(path, async (request: Request, response: Response) =>
        admit(request, response, async (visit) => {
          const taken = await takeForm(request, visit, options);
          return 'form' in taken ? answer(taken) : taken;
        }),
      );
    },
    inside: {
      get(path, answer) {
        door.get(path, async (visit) => (isInside(visit) ? answerKept(visit, answer) : toSignIn(visit, hereOf(visit))));
      },
      post(path, answer, options = {}) {
        door.post(path, async (visit) => (isInside(visit) ? answer(visit) : toSignIn(visit, hereOf(visit))), options);
      },
    },
  };

  // restify answers with JSON, which is right for programs: Graph's clients, the chats.
  for (const [event, status] of Object.entries(noPage)) {
    server.on(event, (request: Request, response: Response, _fault: unknown, done: () => void) => {
      const { method, headers } = request;
      const wantsPage = (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html');
      if (!wantsPage) return done();
      // restify is told that it is answered by its own mark; without it a second answer would follow.
      (response as { _sent?: boolean })._sent = true;
      void admit(request, response, async ({ texts: { pages } }) => ({
        page: {
          title: pages.door.notFoundTitle,
          content: html`<p>${pages.door.notFound}</p><p><a href="/">${pages.door.toStart}</a></p>`,
          status,
        },
      })).finally(done);
    });
  }

  return door;
}

function isInside<V extends Visit>(visit: V): visit is Inside<V> {
  return visit.session?.isIn === true;
}

/**
 * @param to where to go on after it.
 * @param why what the sign-in page is to say of it.
 */
function toSignIn(visit: Visit, to: string, why: '' | '&kept' = ''): { seeOther: string } {
  // Someone whose session proves who they are, but who is in nowhere, would be sent round in circles.
  return { seeOther: visit.session ? '/no-access' : `/sign-in?to=${encodeURIComponent(to)}${why}` };
}

function hereOf(visit: Visit): string {
  // What takes only forms is no place to come back to; the page with the form is.
  if ('form' in visit) return visit.cameFrom ?? visit.path;
  return `${visit.path}${visit.query.size > 0 ? `?${visit.query}` : ''}`;
}

function plainPage(title: string, text: string, status: number, visit: Visit, shown?: SafeHtml): Answer {
  const again: SafeHtml = html`<p><a href="${visit.cameFrom ?? visit.path}">${visit.texts.pages.door.again}</a></p>`;
  return { page: { title, content: html`<p>${text}</p>${shown ?? null}${again}`, status, faulty: true } };
}

/** Only what looks like one of ours: what stands in a cookie goes into a token. */
function browserId(cookie: string | undefined): string | undefined {
  return cookie !== undefined && /^[\w-]{43}$/.test(cookie) ? cookie : undefined;
}
