import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { Invitation } from '../../models/invitation.ts';
import { invitationToken } from '../../onboarding/invitationLink.ts';
import { mountPages } from '../../web/mountPages.ts';
import type { PageSettings } from '../../web/pageSettings.ts';
import type { TestHouse } from '../onboarding/house.ts';

/** The pages on a server of their own. */
export interface Site {
  origin: string;
  server: restify.Server;
  close(): Promise<void>;
}

export async function startSite(
  house: TestHouse,
  settings: Partial<PageSettings> = {},
  also?: (server: restify.Server, origin: string) => Partial<PageSettings>,
): Promise<Site> {
  const server = restify.createServer({ handleUncaughtExceptions: false });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  mountPages(server, { house, publicUrl: origin, proxyHops: 0, ...settings, ...also?.(server, origin) });
  return {
    origin,
    server,
    async close() {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What came back. */
export interface Got {
  status: number;
  headers: Headers;
  body: string;
  /** Path that it leads on to, if it does. */
  location: string | undefined;
  /** The headline of the page. */
  title: string;
  /** Cookies that it set, as they came. */
  set: string[];
}

/** What is typed into a form; of boxes with the same name, those that are ticked. */
export type Filled = Record<string, string | readonly string[]>;

/** Somebody's browser, without what draws: keeps cookies, sends forms as they stand on a page. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly site: Site,
    readonly headers: Record<string, string> = {},
  ) {}

  async get(path: string, init: RequestInit = {}): Promise<Got> {
    return this.#ask(path, init);
  }

  /** Follows where a page leads to, as browsers do. */
  async follow(got: Got): Promise<Got> {
    let at = got;
    while (at.location !== undefined) at = await this.get(at.location);
    return at;
  }

  /** Sends a form with these fields and nothing else. */
  async post(path: string, fields: Record<string, string> | string[][], init: RequestInit = {}): Promise<Got> {
    return this.#ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields as Record<string, string>).toString(),
      ...init,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...(init.headers as Record<string, string>) },
    });
  }

  /**
   * Opens a page, fills in its form and sends it.
   * @param fields what is typed; all else stays as it stands there.
   */
  async fill(path: string, fields: Filled, action = path.replace(/\?.*/, '')): Promise<Got> {
    return this.send(await this.get(path), fields, action);
  }

  /** Sends the form of a page that was opened before. */
  async send(page: Got, fields: Filled, action: string): Promise<Got> {
    const standing = fieldsOf(page.body, action).filter(([name]) => !Object.hasOwn(fields, name));
    const typed = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    return this.post(action, [...standing, ...typed]);
  }

  async #ask(path: string, init: RequestInit): Promise<Got> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.site.origin), {
      redirect: 'manual',
      ...init,
      headers: { ...(cookie && { cookie }), ...this.headers, ...(init.headers as Record<string, string>) },
    });
    const set = response.headers.getSetCookie();
    for (const line of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const body = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body,
      location: response.headers.get('location') ?? undefined,
      title: /<h1>(.*?)<\/h1>/s.exec(body)?.[1] ?? '',
      set,
    };
  }
}

/** @returns the fields of the form on a page that is sent to `action`, with what stands in them. */
export function formOf(body: string, action: string): Record<string, string> {
  return Object.fromEntries(fieldsOf(body, action));
}

/** The same as a browser would send it: a ticked box each, the boxes without a tick not at all. */
export function fieldsOf(body: string, action: string): [name: string, value: string][] {
  const start = body.indexOf(`action="${action.replaceAll('&', '&amp;')}"`);
  if (start < 0) throw new Error(`No form for ${action} on this page.`);
  const form = body.slice(start, body.indexOf('</form>', start));
  const of = (tag: string, name: string) => unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  const fields: [string, string][] = [];
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    if (!/ type="checkbox"/.test(tag) || / checked\b/.test(tag)) fields.push([of(tag, 'name'), of(tag, 'value')]);
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea\b([^>]*)>([^<]*)</g)) {
    fields.push([of(tag, 'name'), unescaped(text)]);
  }
  for (const [, tag = '', options = ''] of form.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    fields.push([of(tag, 'name'), of(all.find((option) => / selected\b/.test(option)) ?? all[0] ?? '', 'value')]);
  }
  return fields;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

/** @returns the path of the newest link of somebody's newest invitation. */
export async function linkOf(house: TestHouse, email: string): Promise<string> {
  const invitation = await Invitation.findOne({ email }).sort({ createdAt: -1 }).lean();
  if (!invitation) throw new Error(`${email} has no invitation.`);
  return `/invitation/${invitationToken(house.linkSecret, invitation._id.toHexString(), invitation.sendings)}`;
}
