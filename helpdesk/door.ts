import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import * as z from 'zod';
import { spokenLanguage } from '../language/texts.ts';
import type { HelpdeskAction } from '../models/auditEntry.ts';
import { faultReference } from '../onboarding/faultReference.ts';
import { takeFromLimit } from '../onboarding/takeFromLimit.ts';
import { clientKey } from '../web/clientKey.ts';
import { comesFromOwnPage } from '../web/comesFromOwnPage.ts';
import { cookiesFor } from '../web/cookies.ts';
import { formToken, isFormToken } from '../web/formToken.ts';
import { requestLanguage } from '../web/requestLanguage.ts';
import { requestUrl } from '../web/requestUrl.ts';
import type { Refusal } from './api.ts';
import { auditLook } from './auditLook.ts';
import type {
  Answer,
  Audited,
  AuditedAnswer,
  AuditedCall,
  AuditedRoute,
  AuditedStreamAnswer,
  Call,
  Operator,
  PlainRoute,
  StreamAnswer,
  Streamed,
} from './call.ts';
import { consoleHeaders } from './consoleHeaders.ts';
import type { HelpdeskSettings } from './helpdeskSettings.ts';
import { operatorCookie } from './operatorCookie.ts';
import { readJson } from './readJson.ts';
import { refusalStatus } from './refusalStatus.ts';
import { findOperatorSession } from './signIn/findOperatorSession.ts';
import { streamTo } from './streamTo.ts';

/**
 * The one way into the console's API, and out of it: nobody without a session gets anything; what comes in was checked
 * here; what must be noted is in the audit log before it goes out.
 */
export interface ConsoleDoor {
  /**
   * A GET changes nothing, but for its audit entry.
   * @param path below /helpdesk/api, as restify knows it, e.g. `/conversations/:id`.
   */
  get<I = object>(path: string, route: PlainRoute<I>, answer: (call: Call<I>) => Promise<Answer>): void;
  get<I = object>(path: string, route: AuditedRoute<I>, answer: (call: AuditedCall<I>) => Promise<AuditedAnswer>): void;
  /** A POST comes from our own page, with the form token, as JSON, within limits. */
  post<I = object>(path: string, route: PlainRoute<I>, answer: (call: Call<I>) => Promise<Answer>): void;
  post<I = object>(
    path: string,
    route: AuditedRoute<I>,
    answer: (call: AuditedCall<I>) => Promise<AuditedAnswer>,
  ): void;
  /** A GET that is answered piece by piece: server-sent events, downloads. It is broken off when the session ends. */
  stream<I = object>(path: string, route: PlainRoute<I>, open: (call: Call<I>) => Promise<StreamAnswer>): void;
  stream<I = object>(
    path: string,
    route: AuditedRoute<I>,
    open: (call: AuditedCall<I>) => Promise<AuditedStreamAnswer>,
  ): void;
  /** A POST by which somebody proves who they are: from our own page, as JSON, within limits, but without a session. */
  enter<I>(path: string, input: z.ZodType<I>, answer: (input: I) => Promise<Answer>): void;
}

type AnyRoute = PlainRoute<unknown> | AuditedRoute<unknown>;
type AnyAnswer = (call: AuditedCall<unknown>) => Promise<AuditedAnswer | Answer | StreamAnswer | AuditedStreamAnswer>;

/** Longest body taken, in bytes, unless a route needs more. */
const largestBody = 64 * 1024;
const nothing = z.strictObject({});

/** Opens the door of the console's API on `server`. */
export function openConsoleDoor(server: Server, settings: HelpdeskSettings): ConsoleDoor {
  const { house, publicUrl, proxyHops } = settings;
  const cookie = operatorCookie(publicUrl);
  const pageCookies = cookiesFor(publicUrl);
  const secure = publicUrl.startsWith('https:');

  /** @returns who calls, and the id of their session. */
  async function whoCalls(request: IncomingMessage): Promise<{ operator: Operator; sessionId: string } | undefined> {
    const { cookie: header, 'accept-language': accepted } = request.headers;
    for (const sessionId of cookie.read(header)) {
      const session = await findOperatorSession(sessionId, { using: true });
      if (!session) continue;
      const { _id, email, name, roles } = session;
      const operator: Operator = {
        email,
        name,
        roles,
        mayAct: roles.includes('Helpdesk.Act'),
        language: spokenLanguage(pageCookies.read(header, 'language')) ?? requestLanguage(accepted),
        sessionHash: _id,
        formToken: formToken(house.linkSecret, `operator:${_id}`),
        client: clientKey(house.linkSecret, request, proxyHops),
      };
      return { operator, sessionId };
    }
    return undefined;
  }

  /** @returns why this operator may not come in here now, or undefined. */
  async function keepOut(request: Request, route: AnyRoute, operator: Operator): Promise<Refusal | undefined> {
    if (route.act && !operator.mayAct) return { refused: 'mayNot' };
    if (request.method === 'POST') {
      const token = request.headers['x-form-token'];
      const holder = `operator:${operator.sessionHash}`;
      if (typeof token !== 'string' || !isFormToken(house.linkSecret, holder, token))
        return { refused: 'signedInAnew' };
      const limits = [
        takeFromLimit(house, 'formsPerClient', operator.client),
        takeFromLimit(house, 'actsPerOperator', operator.email),
      ];
      if ((await Promise.all(limits)).some(Boolean)) return { refused: 'tooOften' };
    } else if (route.audit && (await takeFromLimit(house, 'looksPerOperator', operator.email))) {
      return { refused: 'tooOften' };
    }
    return undefined;
  }

  /** Reads what was sent; what stands in the path counts before what stands elsewhere. */
  async function takeInput(
    request: Request,
    route: Pick<AnyRoute, 'input' | 'most'>,
  ): Promise<{ input: unknown } | { refusal: Refusal; status: number }> {
    const wrong = (fields?: string[], status: number = refusalStatus.wrongInput) => ({
      refusal: { refused: 'wrongInput', ...(fields && { fields }) } as Refusal,
      status,
    });
    const query = requestUrl(request).searchParams;
    const names = [...query.keys()];
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    if (twice.length > 0) return wrong([...new Set(twice)]);
    let sent: Record<string, unknown> = Object.fromEntries(query);
    if (request.method === 'POST') {
      if (names.length > 0) return wrong(names);
      const read = await readJson(request, route.most ?? largestBody);
      if (read.outcome === 'refused') return wrong(undefined, read.status);
      sent = read.json;
    }
    const checked = (route.input ?? nothing).safeParse({ ...sent, ...(request.params as object | undefined) });
    if (checked.success) return { input: checked.data };
    const fields = checked.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1).map(String),
    );
    return wrong([...new Set(fields)].map((field) => field.slice(0, 100)));
  }

  async function admit(request: Request, response: Response, route: AnyRoute, answer: AnyAnswer): Promise<void> {
    let caller: Awaited<ReturnType<typeof whoCalls>>;
    try {
      if (!comesFromOwnPage(request.headers, publicUrl)) return refuse(request, response, { refused: 'mayNot' });
      caller = await whoCalls(request);
      if (!caller) return refuse(request, response, { refused: 'notSignedIn' });
      const { operator, sessionId } = caller;
      const kept = await keepOut(request, route, operator);
      if (kept) return refuse(request, response, kept);
      const taken = await takeInput(request, route);
      if ('refusal' in taken) return refuse(request, response, taken.refusal, taken.status);

      // An answer is let out only with the receipt that this very call was given.
      let receipt: Audited | undefined;
      const lastEventId = request.headers['last-event-id'];
      const answered = await answer({
        operator,
        input: taken.input,
        ...(typeof lastEventId === 'string' && { lastEventId }),
        async audit(about) {
          const action = route.audit as HelpdeskAction;
          await auditLook(house, action, operator, about);
          receipt = { audited: action };
          return receipt;
        },
      });
      if ('refused' in answered) return refuse(request, response, answered);
      if (route.audit && route.audit !== 'inUseCase') {
        const given = 'audited' in answered ? answered.audited : undefined;
        if (receipt === undefined || given !== receipt) throw new Error(`${route.audit} was not noted.`);
      }
      if ('body' in answered) return sendJson(response, 200, answered.body, answered.set);
      await stream(request, response, answered, sessionId);
    } catch (fault) {
      failed(request, response, fault, caller?.operator.email);
    }
  }

  async function admitStranger(
    request: Request,
    response: Response,
    input: z.ZodType,
    answer: (input: unknown) => Promise<Answer>,
  ): Promise<void> {
    try {
      if (!comesFromOwnPage(request.headers, publicUrl)) return refuse(request, response, { refused: 'mayNot' });
      const limited = await takeFromLimit(house, 'signInsPerClient', clientKey(house.linkSecret, request, proxyHops));
      if (limited) return refuse(request, response, { refused: 'tooOften' });
      const taken = await takeInput(request, { input });
      if ('refusal' in taken) return refuse(request, response, taken.refusal, taken.status);
      const answered = await answer(taken.input);
      if ('refused' in answered) return refuse(request, response, answered);
      sendJson(response, 200, answered.body, answered.set);
    } catch (fault) {
      failed(request, response, fault);
    }
  }

  function failed(request: Request, response: Response, fault: unknown, operator?: string): void {
    const reference = faultReference();
    const route = (request.getRoute?.() as { path?: string } | undefined)?.path;
    house.log.error({ err: fault, reference, route, method: request.method, operator }, 'the console failed');
    if (response.headersSent) response.destroy();
    else refuse(request, response, { refused: 'failed', reference });
  }

  async function stream(request: Request, response: Response, answer: Streamed, sessionId: string): Promise<void> {
    const isLive = answer.contentType === 'text/event-stream';
    response.writeHead(200, {
      ...consoleHeaders(secure),
      'Content-Type': answer.contentType,
      ...(answer.fileName && { 'Content-Disposition': `attachment; filename="${answer.fileName}"` }),
      // Proxies of the nginx family would wait for a full buffer.
      ...(isLive && { 'X-Accel-Buffering': 'no' }),
    });
    await streamTo(request, response as unknown as ServerResponse, answer.write, {
      stillMay: async () => (await findOperatorSession(sessionId, { using: false })) !== undefined,
      everyMs: settings.sessionCheckMs ?? 30_000,
    });
  }

  function refuse(
    request: Request,
    response: Response,
    refusal: Refusal,
    status: number = refusalStatus[refusal.refused],
  ): void {
    const forget = refusal.refused === 'notSignedIn' && cookie.read(request.headers.cookie).length > 0;
    sendJson(response, status, refusal, forget ? cookie.end() : []);
  }

  function sendJson(response: Response, status: number, body: unknown, set: readonly string[] = []): void {
    const bytes = Buffer.from(JSON.stringify(body));
    response.writeHead(status, {
      ...consoleHeaders(secure),
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(bytes.length),
      ...(set.length > 0 && { 'Set-Cookie': [...set] }),
    });
    response.end(bytes);
  }

  const mount = (method: 'get' | 'post') => (path: string, route: AnyRoute, answer: AnyAnswer) => {
    // restify tells by the keyword `async` that there is no callback to wait for.
    server[method](`/helpdesk/api${path}`, async (request: Request, response: Response) =>
      admit(request, response, route, answer),
    );
  };
  const door = {
    get: mount('get'),
    post: mount('post'),
    stream: mount('get'),
    enter(path: string, input: z.ZodType, answer: (input: unknown) => Promise<Answer>) {
      server.post(`/helpdesk/api${path}`, async (request: Request, response: Response) =>
        admitStranger(request, response, input, answer),
      );
    },
  } as unknown as ConsoleDoor;
  // The page is behind every other address, but not behind those of the API.
  for (const method of ['get', 'post'] as const) {
    server[method]('/helpdesk/api/*', async (request: Request, response: Response) =>
      admit(request, response, { audit: false, input: z.unknown() }, async () => ({ refused: 'notFound' })),
    );
  }
  return door;
}
