import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import type {
  CannedAnswer,
  ConversationRow,
  LiveEvent,
  Me,
  Refusal,
  SearchHit,
  TranscriptMessage,
  WordsInput,
} from '../../../helpdesk/api.ts';
import { consolePageHeaders } from '../../../helpdesk/consolePageHeaders.ts';
import type { Seed } from './seed.ts';

const built = join(import.meta.dirname, '../../../dist/helpdesk/page');
const kinds: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

interface Watcher {
  response: ServerResponse;
  query: URLSearchParams;
}

/** Speaks helpdesk/api.ts to the page, in memory, so that the page is looked at for itself. */
export interface StandIn {
  origin: string;
  seed: Seed;
  me: Me;
  /** What was asked for beside the page's own files: nothing of it may be content's doing. */
  asked: string[];
  /** Answers the next requests whose path begins so with this refusal, until it is taken away. */
  refusing: Map<string, { status: number; refusal: Refusal }>;
  /** What was posted. */
  posted: { path: string; body: unknown }[];
  /** Adds a message as if it had just come, and tells whoever watches. */
  say(conversation: string, message: TranscriptMessage, changes?: Partial<ConversationRow>): void;
  /** Removes somebody's conversations, as if another operator had erased them, and tells whoever watches. */
  erase(email: string): void;
  /** How many streams stand open. */
  streams(): number;
  /** Breaks off every stream, as a network does. */
  breakOff(): void;
  close(): void;
}

export async function startStandIn(seed: Seed, who: Partial<Me> = {}): Promise<StandIn> {
  const watchers = new Set<Watcher>();
  let erasures = 0;
  const told: { id: number; conversation: string; event: LiveEvent }[] = [];
  const standIn: StandIn = {
    origin: '',
    seed,
    me: {
      name: 'Mira Sandberg',
      email: 'mira.sandberg@contoso.com',
      mayAct: true,
      language: 'en',
      formToken: 'token-of-the-form',
      choices: {
        organizations: [
          { id: 'a1', name: 'Contoso S.p.A.' },
          { id: 'a2', name: 'Fabrikam GmbH' },
        ],
        walks: ['findAdministrator', 'inviteUser', 'person'],
        languages: ['en', 'it'],
      },
      ...who,
    },
    asked: [],
    refusing: new Map(),
    posted: [],
    say(id, message, changes = {}) {
      const messages = seed.messages.get(id) ?? [];
      const known = messages.findIndex((other) => other.id === message.id);
      if (known >= 0) messages[known] = message;
      else messages.push(message);
      seed.messages.set(id, messages);
      tell(id, { event: 'message', data: message });
      changeRow(id, {
        lastMessageAt: message.at,
        lastText: message.text.slice(0, 140),
        lastDirection: message.direction,
        ...changes,
      });
    },
    erase(email) {
      seed.conversations = seed.conversations.filter(({ person }) => person?.email !== email);
      erasures += 1;
      for (const { response } of watchers) tellErasures(response);
    },
    streams: () => watchers.size,
    breakOff() {
      for (const { response } of watchers) response.destroy();
    },
    close() {
      standIn.breakOff();
      server.close();
      server.closeAllConnections();
    },
  };

  function changeRow(id: string, changes: Partial<ConversationRow>): ConversationRow {
    const index = seed.conversations.findIndex((row) => row.id === id);
    const row = { ...(seed.conversations[index] as ConversationRow), ...changes };
    seed.conversations.splice(index, 1);
    seed.conversations.push(row);
    seed.conversations.sort((one, other) => other.lastMessageAt.localeCompare(one.lastMessageAt));
    tell(id, { event: 'conversation', data: { row, matches: true } });
    return row;
  }
  function tellErasures(response: ServerResponse) {
    response.write(`event: erasures\ndata: ${erasures}\n\n`);
  }
  function tell(conversation: string, event: LiveEvent) {
    told.push({ id: told.length + 1, conversation, event });
    for (const watcher of watchers) pass(watcher, told.length - 1);
  }
  /** A stream gets what it asked for: messages of one conversation only; `matches` is for its own filter. */
  function pass({ response, query }: Watcher, index: number) {
    const { id, conversation, event } = told[index] as (typeof told)[number];
    const about = query.get('conversation');
    if (event.event === 'message' && conversation !== about) return;
    const data = event.event === 'conversation' ? { ...event.data, matches: fits(event.data.row, query) } : event.data;
    response.write(`id: ${id}\nevent: ${event.event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const nonce = 'abc123';
    if (pathname.startsWith('/helpdesk/api/')) {
      const path = pathname.slice('/helpdesk/api'.length);
      return void answer(request, response, path, searchParams);
    }
    if (pathname.startsWith('/helpdesk/assets/')) {
      const file = normalize(join(built, pathname.slice('/helpdesk'.length)));
      response.setHeader('Content-Type', kinds[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
      return void response.end(readFileSync(file));
    }
    if (pathname.startsWith('/helpdesk')) {
      response.writeHead(200, { ...consolePageHeaders(nonce, false), 'Content-Type': 'text/html; charset=utf-8' });
      return void response.end(readFileSync(join(built, 'index.html'), 'utf8').replaceAll('__NONCE__', nonce));
    }
    standIn.asked.push(pathname);
    response.statusCode = 404;
    response.end();
  });

  async function answer(request: IncomingMessage, response: ServerResponse, path: string, query: URLSearchParams) {
    const send = (body: unknown, status = 200) => {
      response.statusCode = status;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(body));
    };
    for (const [start, { status, refusal }] of standIn.refusing) {
      if (path.startsWith(start)) return send(refusal, status);
    }
    if (request.method === 'POST') return send(...(await post(request, path)));
    if (path === '/live') return live(request, response, query);
    const body = get(path, query);
    return body === undefined ? send({ refused: 'notFound' }, 404) : send(body);
  }

  function live(request: IncomingMessage, response: ServerResponse, query: URLSearchParams) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('retry: 200\n\n');
    const waiting = seed.conversations.filter(({ waitingSince }) => waitingSince).length;
    const counts = { waiting, stuck: seed.stuck.length };
    response.write(`id: ${told.length}\nevent: counts\ndata: ${JSON.stringify(counts)}\n\n`);
    tellErasures(response);
    const watcher = { response, query };
    const last = request.headers['last-event-id'] ?? query.get('since');
    if (last !== null) for (let index = Number(last); index < told.length; index++) pass(watcher, index);
    watchers.add(watcher);
    response.once('close', () => watchers.delete(watcher));
  }

  function get(path: string, query: URLSearchParams): unknown {
    const parts = path.slice(1).split('/').map(decodeURIComponent);
    const [what, id = '', more] = parts;
    if (what === 'me') return standIn.me;
    if (what === 'search') return { rows: found(query) };
    if (what === 'canned-answers') return { rows: seed.cannedAnswers };
    if (what === 'figures') return seed.figures;
    if (what === 'stuck') return { rows: seed.stuck };
    if (what === 'audit') {
      const fitting = seed.audit.filter(
        ({ who, action }) =>
          (!query.get('who') || who === query.get('who')) && (!query.get('action') || action === query.get('action')),
      );
      return pageOf(fitting, query, 50);
    }
    if (what !== 'conversations') return undefined;
    if (!id)
      return pageOf(
        seed.conversations.filter((row) => fits(row, query)),
        query,
        50,
      );
    const row = seed.conversations.find((other) => other.id === id);
    if (!row) return undefined;
    if (more === 'messages') return transcript(seed.messages.get(id) ?? [], query);
    const person = row.person && seed.people.get(row.person.email);
    const unknown = row.person && { ...row.person, hasWorkAccount: false, partners: [], ...nothing };
    return { conversation: row, person: person ?? unknown, watchers: id.includes('omar') ? ['Priya Nair'] : [] };
  }

  function found(query: URLSearchParams): SearchHit[] {
    const words = (query.get('q') ?? '').toLowerCase().split(/\s+/);
    return seed.conversations.flatMap((row) =>
      (seed.messages.get(row.id) ?? [])
        .filter(({ text }) => text.length < 10_000 && words.every((word) => text.toLowerCase().includes(word)))
        .map(({ id, at, direction, text }) => {
          const { id: conversation, channel, person, organizations } = row;
          const start = text.toLowerCase().indexOf(words[0] ?? '');
          const end = start + (words[0]?.length ?? 0);
          return {
            messageId: id,
            at,
            direction,
            conversation: { id: conversation, channel, person, organizations },
            excerpt: [
              { text: text.slice(0, start), marked: false },
              { text: text.slice(start, end), marked: true },
              { text: text.slice(end), marked: false },
            ],
          };
        }),
    );
  }

  async function post(request: IncomingMessage, path: string): Promise<[unknown, number?]> {
    let text = '';
    for await (const piece of request) text += piece;
    if (request.headers['x-form-token'] !== standIn.me.formToken) return [{ refused: 'signedInAnew' }, 409];
    const body: unknown = JSON.parse(text);
    standIn.posted.push({ path, body });
    const [what, id = '', step] = path.slice(1).split('/').map(decodeURIComponent);
    if (what === 'canned-answers') return [changeCannedAnswer(body as CannedAnswer, id, step)];
    if (what === 'people') {
      if (step === 'erase') standIn.erase(id);
      return [{ messages: 12, conversations: 2 }];
    }
    if (what === 'stuck') {
      seed.stuck = seed.stuck.filter((item) => item.id !== step);
      return [{}];
    }
    if (what !== 'conversations') return [{}];
    const { name, email } = standIn.me;
    if (step === 'join') {
      changeRow(id, { joinedBy: { name, email }, waitingSince: undefined });
      return [{}];
    }
    if (step === 'hand-back') {
      changeRow(id, { joinedBy: undefined });
      return [{}];
    }
    if (step === 'done') {
      const doneAt = new Date().toISOString();
      changeRow(id, { joinedBy: undefined, waitingSince: undefined, doneAt });
      return [{}];
    }
    const words = body as WordsInput;
    const direction = step === 'note' ? 'note' : 'out';
    standIn.say(id, {
      id: words.wordsId,
      at: new Date().toISOString(),
      direction,
      text: words.text,
      operator: { name, email },
    });
    return [{}];
  }

  function changeCannedAnswer(body: CannedAnswer, id: string, step: string | undefined): unknown {
    const others = seed.cannedAnswers.filter((answer) => answer.id !== id);
    const changed = { ...body, id: id || `k${seed.cannedAnswers.length + 1}` };
    seed.cannedAnswers = step === 'delete' ? others : [...others, changed];
    return step === 'delete' ? {} : changed;
  }

  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  standIn.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return standIn;
}

const nothing = { memberships: [], invitations: [], requests: [], domains: [] };

function fits(row: ConversationRow, query: URLSearchParams): boolean {
  const state = query.get('state');
  const states = {
    waiting: row.waitingSince !== undefined && !row.joinedBy,
    joined: row.joinedBy !== undefined,
    stuck: row.stuck,
    done: row.doneAt !== undefined,
    open: !row.waitingSince && !row.doneAt,
  };
  if (state && !states[state as keyof typeof states]) return false;
  return (
    (!query.get('channel') || row.channel === query.get('channel')) &&
    (!query.get('person') || row.person?.email === query.get('person')) &&
    (!query.get('language') || row.language === query.get('language'))
  );
}

function pageOf<T>(rows: readonly T[], query: URLSearchParams, size: number) {
  const start = Number(query.get('cursor') ?? 0);
  const more = start + size < rows.length;
  return { rows: rows.slice(start, start + size), ...(more && { next: String(start + size) }) };
}

function transcript(messages: readonly TranscriptMessage[], query: URLSearchParams) {
  const size = 50;
  const around = messages.findIndex(({ id }) => id === query.get('around'));
  const before = query.get('before');
  const after = query.get('after');
  let start = messages.length - size;
  if (around >= 0) start = around - size / 2;
  if (before !== null) start = Number(before) - size;
  if (after !== null) start = Number(after);
  const end = before === null ? Math.min(start + size, messages.length) : Number(before);
  start = Math.max(start, 0);
  return {
    messages: messages.slice(start, end),
    ...(start > 0 && { earlier: String(start) }),
    ...(messages.length > 0 && { later: String(Math.max(end, 0)) }),
  };
}
