import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { Notifier } from '../../sandbox/mailbox/graph/notifier.ts';
import { mountMailbox } from '../../sandbox/mailbox/mountMailbox.ts';
import { graphDescription, type SeenRequest } from './graphDescription.ts';

export const step = {
  create: (request: SeenRequest) => request.method === 'POST' && request.path.endsWith('/messages'),
  send: (request: SeenRequest) => request.path.endsWith('/send'),
  read: (request: SeenRequest) => request.method === 'GET' && /\/messages\/[^/]+$/.test(request.path),
  find: (request: SeenRequest) => request.method === 'GET' && request.path.endsWith('/messages'),
  delta: (request: SeenRequest) => /\/delta(\(\))?$/.test(request.path),
  source: (request: SeenRequest) => request.path.endsWith('/$value'),
  move: (request: SeenRequest) => request.path.endsWith('/move'),
  makeFolder: (request: SeenRequest) => request.method === 'POST' && request.path.endsWith('/mailFolders'),
  subscribe: (request: SeenRequest) => request.method === 'POST' && request.path === '/subscriptions',
  renew: (request: SeenRequest) => request.method === 'PATCH' && request.path.startsWith('/subscriptions/'),
  any: () => true,
};

/** How Graph misbehaves, before it has done what it was asked or after. */
export type Misbehaviour =
  | { when: 'before' | 'after'; status: number; code?: string; headers?: Record<string, string> }
  | { when: 'before' | 'after'; reset: true }
  /** Answers rightly, but only when told. */
  | { when: 'before' | 'after'; hold: Promise<void> };

/** A server of Graph that does what the sandbox does, or misbehaves; it checks and counts what it is asked. */
export interface TestGraph {
  baseUrl: string;
  requests: SeenRequest[];
  /** What was wrong with requests by Microsoft's description. */
  problems: string[];
  /** Tells those who subscribed to an inbox. */
  notifier: Notifier;
  /** How many requests were under way at once, at most. */
  mostAtOnce: number;
  /** From now on, as often as that, requests that fit meet this instead. */
  misbehave(fits: (request: SeenRequest) => boolean, how: Misbehaviour, times?: number): void;
  /** From now on nothing more goes wrong. */
  behave(): void;
  /** Resolves when so many requests that fit have come in. */
  seen(fits: (request: SeenRequest) => boolean, count?: number): Promise<void>;
  reset(): void;
  close(): Promise<void>;
}

const check = graphDescription();

export async function startTestGraph(): Promise<TestGraph> {
  const sandbox = restify.createServer();
  const notifier = mountMailbox(sandbox, { people: [] });
  sandbox.listen(0, '127.0.0.1');
  await once(sandbox, 'listening');
  const behind = `http://127.0.0.1:${(sandbox.address() as AddressInfo).port}/sandbox/graph`;

  const inFront = (text: string) => text.replaceAll(behind, graph.baseUrl);

  let misbehaviours: { fits: (request: SeenRequest) => boolean; how: Misbehaviour; times: number }[] = [];
  let waiting: (() => void)[] = [];
  let atOnce = 0;

  const server = createServer(async (request, response) => {
    atOnce += 1;
    graph.mostAtOnce = Math.max(graph.mostAtOnce, atOnce);
    response.once('close', () => {
      atOnce -= 1;
    });
    const seen = await see(request);
    graph.requests.push(seen);
    graph.problems.push(...(check?.(seen) ?? []));
    for (const tell of waiting.splice(0)) tell();
    const found = misbehaviours.find(({ fits, times }) => times > 0 && fits(seen));
    if (found === undefined) return await pass(seen, request, response);
    found.times -= 1;
    await misbehave(found.how, seen, request, response);
  });

  async function misbehave(
    how: Misbehaviour,
    seen: SeenRequest,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if ('hold' in how && how.when === 'before') await how.hold;
    const answer = how.when === 'after' || 'hold' in how ? await ask(seen, request) : undefined;
    if ('hold' in how && how.when === 'after') await how.hold;
    if ('reset' in how) request.socket.destroy();
    else if ('status' in how) {
      response.writeHead(how.status, { 'content-type': 'application/json', ...how.headers });
      response.end(
        how.status < 300 ? '' : JSON.stringify({ error: { code: how.code ?? 'Misbehaviour', message: 'As told' } }),
      );
    } else if (answer !== undefined) await hand(answer, response, inFront);
  }

  function ask(seen: SeenRequest, request: IncomingMessage): Promise<Response> {
    const { prefer, authorization } = request.headers;
    return fetch(`${behind}${request.url}`, {
      method: seen.method,
      headers: {
        ...(seen.body !== '' && { 'content-type': String(request.headers['content-type']) }),
        ...(prefer !== undefined && { prefer: String(prefer) }),
        ...(authorization !== undefined && { authorization }),
      },
      ...(seen.body !== '' && { body: seen.body }),
    });
  }

  async function pass(seen: SeenRequest, request: IncomingMessage, response: ServerResponse): Promise<void> {
    await hand(await ask(seen, request), response, inFront);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const graph: TestGraph = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    problems: [],
    notifier,
    mostAtOnce: 0,
    misbehave: (fits, how, times = 1) => misbehaviours.push({ fits, how, times }),
    behave() {
      misbehaviours = [];
    },
    async seen(fits, count = 1) {
      while (graph.requests.filter(fits).length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    reset() {
      misbehaviours = [];
      waiting = [];
      graph.requests = [];
      graph.problems = [];
      graph.mostAtOnce = 0;
    },
    async close() {
      notifier.stop();
      server.closeAllConnections();
      server.close();
      sandbox.server.closeAllConnections();
      await new Promise<void>((resolve) => sandbox.close(() => resolve()));
    },
  };
  return graph;
}

async function see(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '', 'http://localhost');
  return {
    method: request.method ?? '',
    path: decodeURIComponent(url.pathname.replace(/^\/v1\.0/, '')),
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** @param inFront what the sandbox says of its own address is said of this server's. */
async function hand(answer: Response, response: ServerResponse, inFront: (text: string) => string): Promise<void> {
  const headers: Record<string, string> = {};
  for (const name of ['content-type', 'preference-applied']) {
    const value = answer.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  response.writeHead(answer.status, headers);
  if (headers['content-type'] === 'application/json') response.end(inFront(await answer.text()));
  else response.end(Buffer.from(await answer.arrayBuffer()));
}
