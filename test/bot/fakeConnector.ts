import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An entry of the roster as Teams gives it. */
export interface Member {
  id: string;
  name?: string;
  givenName?: string;
  surname?: string;
  email?: string | null;
  userPrincipalName?: string;
  aadObjectId?: string;
  tenantId?: string;
}

/** One call that a bot made to say something. */
export interface Call {
  method: string;
  path: string;
  authorization?: string;
  conversation: string;
  /** The id that the activity got or, for a PUT, has. */
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a bot sends is looked at freely in tests
  activity: any;
}

/** What to answer instead of what the connector would. */
export interface Misbehaviour {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A stand-in of the Bot Connector on loopback: one roster, all conversations. */
export interface FakeConnector {
  url: string;
  port: number;
  /** What has been said, in the order of arrival. */
  calls: Call[];
  /** How often the roster was asked. */
  lookups: number;
  addMember(member: Member): void;
  /** Asked for each request before it is answered; something other than undefined is answered instead. */
  misbehave:
    | ((method: string, path: string) => Misbehaviour | undefined | Promise<Misbehaviour | undefined>)
    | undefined;
  /** Resolves with the first call, past or to come, for which `wanted` holds. */
  waitFor(wanted: (call: Call) => boolean): Promise<Call>;
  close(): Promise<void>;
}

const route = /^\/v3\/conversations\/([^/]+)\/(activities|members|pagedmembers)(?:\/([^/?]+))?/;

/** Starts a connector on a port of its own, or on `port`. */
export async function startFakeConnector(port = 0): Promise<FakeConnector> {
  const members = new Map<string, Member>();
  const waiting = new Set<{ wanted: (call: Call) => boolean; found: (call: Call) => void }>();
  let count = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const method = request.method ?? '';
    const path = request.url ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const reply = (status: number, body?: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    const instead = await fake.misbehave?.(method, path);
    if (instead !== undefined) return reply(instead.status, instead.body ?? { error: { code: 'X' } }, instead.headers);
    const [, conversation, kind, last] = route.exec(path) ?? [];
    if (kind === 'members' || kind === 'pagedmembers') {
      fake.lookups += 1;
      if (kind === 'pagedmembers') return reply(200, { members: [...members.values()] });
      if (last === undefined) return reply(200, [...members.values()]);
      const member = members.get(decodeURIComponent(last));
      return member === undefined ? reply(404, { error: { code: 'MemberNotFound' } }) : reply(200, member);
    }
    if (kind === 'activities' && (method === 'POST' || method === 'PUT')) {
      count += 1;
      const call: Call = {
        method,
        path,
        authorization: request.headers.authorization,
        conversation: decodeURIComponent(conversation ?? ''),
        id: method === 'PUT' ? decodeURIComponent(last ?? '') : `out-${count}`,
        activity: JSON.parse(Buffer.concat(chunks).toString('utf8')),
      };
      fake.calls.push(call);
      for (const one of [...waiting]) {
        if (!one.wanted(call)) continue;
        waiting.delete(one);
        one.found(call);
      }
      return reply(method === 'PUT' ? 200 : 201, { id: call.id });
    }
    if (kind === 'activities' && method === 'DELETE') return reply(200);
    return reply(404, { error: { code: 'NoSuchRoute' } });
  };

  const server = createServer((request, response) => void answer(request, response));
  server.keepAliveTimeout = 600_000;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const listening = (server.address() as AddressInfo).port;

  const fake: FakeConnector = {
    url: `http://127.0.0.1:${listening}/`,
    port: listening,
    calls: [],
    lookups: 0,
    misbehave: undefined,
    addMember: (member) => void members.set(member.id, member),
    waitFor: (wanted) => {
      const past = fake.calls.find(wanted);
      return past === undefined ? new Promise((found) => void waiting.add({ wanted, found })) : Promise.resolve(past);
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return fake;
}
