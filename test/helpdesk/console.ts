import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { Me } from '../../helpdesk/api.ts';
import type { ConsoleDoor } from '../../helpdesk/door.ts';
import type { HelpdeskSettings } from '../../helpdesk/helpdeskSettings.ts';
import { mountHelpdesk } from '../../helpdesk/mountHelpdesk.ts';
import { type ProvenOperator, startOperatorSession } from '../../helpdesk/signIn/startOperatorSession.ts';
import { mountPages } from '../../web/mountPages.ts';
import type { TestHouse } from '../onboarding/house.ts';

/** As index.ts has it. */
const longParams = { maxParamLength: 1_000 };

/** The console on a server of its own. */
export interface TestConsole {
  origin: string;
  server: restify.Server;
  close(): Promise<void>;
}

/** @param also mounts routes of the test's own behind the same door. */
export async function startConsole(
  house: TestHouse,
  settings: Partial<HelpdeskSettings> | ((server: restify.Server, origin: string) => Partial<HelpdeskSettings>) = {},
  also?: (door: ConsoleDoor) => void,
): Promise<TestConsole> {
  const server = restify.createServer({ handleUncaughtExceptions: false, ...longParams });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const own = typeof settings === 'function' ? settings(server, origin) : settings;
  const all = { house, publicUrl: origin, proxyHops: 0, pageFolder: new URL('file:///nowhere/'), ...own };
  const pages = mountPages(server, { house, publicUrl: all.publicUrl, proxyHops: 0 });
  const door = mountHelpdesk(server, pages, all);
  also?.(door);
  return {
    origin,
    server,
    async close() {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export const operators = {
  reader: {
    email: 'rosa.berg@northwindtraders.com',
    name: 'Rosa Berg',
    roles: ['Helpdesk.Read'],
    provenBy: 'microsoft',
  },
  actor: {
    email: 'adam.holt@northwindtraders.com',
    name: 'Adam Holt',
    roles: ['Helpdesk.Read', 'Helpdesk.Act'],
    provenBy: 'microsoft',
  },
} as const satisfies Record<string, ProvenOperator>;

/** What came back from the API. */
export interface Came<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  text: string;
  json: T;
}

/** Somebody's browser in the console. */
export class OperatorBrowser {
  formToken = '';

  constructor(
    readonly origin: string,
    public cookie = '',
    readonly headers: Record<string, string> = {},
  ) {}

  /** Opens the console signed in, without going through a sign-in. */
  static async signedIn(
    { origin }: Pick<TestConsole, 'origin'>,
    operator: ProvenOperator,
    headers: Record<string, string> = {},
  ): Promise<OperatorBrowser> {
    const browser = new OperatorBrowser(origin, `usher-helpdesk=${await startOperatorSession(operator)}`, headers);
    browser.formToken = (await browser.get<Me>('/me')).json.formToken;
    return browser;
  }

  /** @param path below /helpdesk/api. */
  async get<T = Record<string, unknown>>(path: string, headers: Record<string, string> = {}): Promise<Came<T>> {
    return came<T>(await this.open(path, { headers }));
  }

  /** Sends JSON with the form token. */
  async post<T = Record<string, unknown>>(
    path: string,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Promise<Came<T>> {
    const sent = { 'content-type': 'application/json', 'x-form-token': this.formToken, ...headers };
    return came<T>(await this.open(path, { method: 'POST', body: JSON.stringify(body), headers: sent }));
  }

  /** The answer before it is read, e.g. to read a stream. */
  open(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.origin}/helpdesk/api${path}`, {
      redirect: 'manual',
      ...init,
      headers: { ...(this.cookie && { cookie: this.cookie }), ...this.headers, ...(init.headers as object) },
    });
  }
}

async function came<T>(response: Response): Promise<Came<T>> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
}
