import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { Bot, BotOptions } from '../../bot/bot.ts';
import { mountBot } from '../../bot/routes.ts';
import type { Walks } from '../../dialogs/turn.ts';
import type { House } from '../../onboarding/house.ts';
import { defaultLimits } from '../../onboarding/limits.ts';
import { activityOf, type ChatPerson, memberOf, usher } from './activities.ts';
import { type FakeConnector, startFakeConnector } from './fakeConnector.ts';
import { type Reply, replyOf, submits } from './reply.ts';

export type { ChatPerson } from './activities.ts';
export type { Reply } from './reply.ts';

/** One person's personal chat with Usher. Each method resolves when the bot has answered, with what it said. */
export interface Chat {
  person: ChatPerson;
  /** The channel's id of the conversation; `teams:` before it makes Conversation._id. */
  conversation: string;
  says(text: string, more?: Record<string, unknown>): Promise<Reply[]>;
  /** @param card the id of the message whose card was used, as Teams tells it. */
  submits(value: Record<string, unknown>, card?: string): Promise<Reply[]>;
  /** Presses the button with this title on the newest card that has one, with what was typed into its inputs. */
  presses(title: string | RegExp, inputs?: Record<string, string>): Promise<Reply[]>;
  /** Sends a file as a data URL. */
  sendsFile(name: string, content: string | Uint8Array): Promise<Reply[]>;
  installs(): Promise<Reply[]>;
  /** Everything that Usher said in this chat so far, a replaced card as what it is now. */
  shown(): Reply[];
  /** Posts any activity; what is not given is as in a message of this chat. */
  posts(more: Record<string, unknown>): Promise<Posted>;
}

/** What a request was answered with. */
export interface Posted {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked at freely in tests
  body: any;
}

export interface TestBot {
  connector: FakeConnector;
  /** The bot that runs now. */
  readonly bot: Bot;
  port: number;
  /** A new chat of that person: nothing of an earlier one is in its way. */
  as(person: ChatPerson): Chat;
  /** Posts a body as it is. */
  post(body: string, headers?: Record<string, string>): Promise<Posted>;
  /** Ends the bot as a stopped process does and starts another one on the same store. */
  restart(changes?: Partial<TestBotOptions>): Promise<void>;
  /** As restart, but as if the process had been killed: nothing that was put off is written. */
  killAndRestart(changes?: Partial<TestBotOptions>): Promise<void>;
  stop(): Promise<void>;
}

export interface TestBotOptions extends Partial<Omit<BotOptions, 'walks' | 'house'>> {
  walks: Walks;
  /** What is given goes over a house without worker and DNS. */
  house?: Partial<House>;
  connector?: FakeConnector;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const agent = new Agent({ keepAlive: true, maxSockets: 200 });
let chats = 0;

/** A house for tests: default limits, no DNS, nobody to wake. */
export function testHouse(more: Partial<House> = {}): House {
  return {
    linkSecret: 'a secret of thirty-two bytes and more, for tests only',
    resolveTxt: async () => [],
    limits: defaultLimits,
    log: silent,
    wake: () => undefined,
    ...more,
  } as House;
}

/** Starts the bot behind real HTTP, with a connector to talk to. The store must be open. */
export async function startTestBot(given: TestBotOptions): Promise<TestBot> {
  const options = { ...given };
  const connector = given.connector ?? (await startFakeConnector());
  const killed: Bot[] = [];
  let server: restify.Server;
  let bot: Bot;

  const begin = async () => {
    const { walks, house, connector: _, ...more } = options;
    server = restify.createServer();
    bot = mountBot(server, {
      log: silent,
      exclusiveStore: true,
      pause: async () => undefined,
      ...more,
      walks,
      house: testHouse(house),
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    testBot.port = (server.address() as AddressInfo).port;
    bot.start();
  };
  const closeServer = async () => {
    server.close();
    (server.server as unknown as { closeAllConnections(): void }).closeAllConnections();
  };

  const testBot: TestBot = {
    connector,
    port: 0,
    get bot() {
      return bot;
    },
    as: (person) => newChat(testBot, person),
    post: (body, headers = {}) => post(testBot.port, body, headers),
    restart: async (changes) => {
      await bot.stop();
      await closeServer();
      Object.assign(options, changes);
      await begin();
    },
    killAndRestart: async (changes) => {
      killed.push(bot);
      await closeServer();
      Object.assign(options, changes);
      await begin();
    },
    stop: async () => {
      // Also those that count as killed: they would go on looking at the store in the tests after this one.
      for (const one of [...killed, bot]) await one.stop();
      await closeServer();
      if (given.connector === undefined) await connector.close();
    },
  };
  await begin();
  return testBot;
}

function newChat(testBot: TestBot, person: ChatPerson): Chat {
  const { connector } = testBot;
  chats += 1;
  const conversation = `a:${person.email}:${chats}`;
  connector.addMember(memberOf(person));
  const here = () => connector.calls.filter((call) => call.conversation === conversation);

  const chat: Chat = {
    person,
    conversation,
    posts: (more) => testBot.post(JSON.stringify(activityOf(person, conversation, connector, more))),
    says: (text, more) => answered({ text, ...more }),
    submits: (value, card) => answered({ value, ...(card !== undefined && { replyToId: card }) }),
    presses: async (title, inputs = {}) => {
      for (const { card, id } of chat.shown().reverse()) {
        const button = submits(card).find((one) =>
          typeof title === 'string' ? one.title === title : title.test(one.title ?? ''),
        );
        if (button !== undefined) return await chat.submits({ ...button.data, ...inputs }, id);
      }
      const offered = chat.shown().flatMap(({ buttons }) => buttons);
      throw new Error(`there is no button ${title}; there are ${offered.join(' | ')}`);
    },
    sendsFile: (name, content) =>
      answered({
        attachments: [
          {
            contentType: 'text/csv',
            name,
            contentUrl: `data:text/csv;base64,${Buffer.from(content as string).toString('base64')}`,
          },
        ],
      }),
    installs: () =>
      answered({ type: 'conversationUpdate', membersAdded: [usher, { id: `29:${person.email}` }], text: undefined }),
    shown: () => {
      const shown = new Map<string, Reply>();
      for (const call of here()) shown.set(call.id, replyOf(call));
      return [...shown.values()];
    },
  };
  const answered = async (more: Record<string, unknown>) => {
    const before = here().length;
    const { status, body } = await chat.posts(more);
    if (status !== 200) throw new Error(`the bot answered ${status}: ${JSON.stringify(body)}`);
    return here().slice(before).map(replyOf);
  };
  return chat;
}

function post(port: number, body: string, headers: Record<string, string>): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        port,
        host: '127.0.0.1',
        path: '/api/messages',
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: text === '' ? undefined : readJson(text) }),
        );
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
