import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { ConnectorRefusal } from './connectorRefusal.ts';

export interface ConnectorOptions {
  /** The bearer token for a service, or undefined where none is asked for (local mode). */
  token(serviceUrl: string, refresh: boolean): Promise<string | undefined>;
  /** Waits so many milliseconds before the next try. */
  pause?(milliseconds: number): Promise<unknown>;
  /** Chance in [0, 1), for the jitter. */
  random?(): number;
}

/** What is worth another try (graph/README.md), and 503, which is what a service says while it starts. */
const passing = new Set([412, 429, 502, 503, 504]);
const mostTries = 6;
/** In milliseconds. */
const firstPause = 400;
const longestPause = 30_000;
const patience = 15_000;

/**
 * Speaks to the Bot Connector, or a local client's stand-in of it, for everything that Usher says: the two calls that
 * each turn makes. botbuilder's generated client does the same through a dozen policies and a serializer, which costs
 * more than the rest of a turn (`npm run bench -- turns`), and has no rules for what to try again.
 */
export class Connector {
  readonly #options: Required<ConnectorOptions>;
  readonly #agents = {
    'http:': new PlainAgent({ keepAlive: true, maxSockets: 64 }),
    'https:': new SecureAgent({ keepAlive: true, maxSockets: 64 }),
  };
  readonly #bases = new Map<string, URL>();
  #ending = false;
  #end: () => void = () => undefined;
  readonly #ended = new Promise<void>((resolve) => {
    this.#end = resolve;
  });

  constructor(options: ConnectorOptions) {
    this.#options = { pause: wait, random: Math.random, ...options };
  }

  /**
   * Says something in a conversation.
   * @param body the activity as JSON text.
   * @param beforeTry called before each try; what it throws ends the sending.
   * @returns the id that the channel gave it, if it gave one.
   * @throws ConnectorRefusal when the channel refuses; the fault of the connection when there is none after all tries.
   */
  async send(
    serviceUrl: string,
    conversation: string,
    replyTo: string | undefined,
    body: string,
    beforeTry?: () => Promise<void>,
  ): Promise<string | undefined> {
    const path = `v3/conversations/${encodeURIComponent(conversation)}/activities`;
    return await this.#call(
      serviceUrl,
      'POST',
      replyTo === undefined ? path : `${path}/${encodeURIComponent(replyTo)}`,
      body,
      beforeTry,
    );
  }

  /** Replaces what was said as `activityId`; otherwise as {@link send}. */
  async update(
    serviceUrl: string,
    conversation: string,
    activityId: string,
    body: string,
    beforeTry?: () => Promise<void>,
  ): Promise<string | undefined> {
    const path = `v3/conversations/${encodeURIComponent(conversation)}/activities/${encodeURIComponent(activityId)}`;
    return (await this.#call(serviceUrl, 'PUT', path, body, beforeTry)) ?? activityId;
  }

  /** From now on each message has one try: Usher is being stopped, and says the rest when it is started again. */
  tryNothingAgain(): void {
    this.#ending = true;
    this.#end();
  }

  /** Closes all connections. */
  close(): void {
    this.tryNothingAgain();
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  async #call(
    serviceUrl: string,
    method: string,
    path: string,
    body: string,
    beforeTry?: () => Promise<void>,
  ): Promise<string | undefined> {
    let refreshed = false;
    for (let tries = 1; ; tries += 1) {
      await beforeTry?.();
      const token = await this.#options.token(serviceUrl, refreshed);
      let pause = Math.min(longestPause, firstPause * 2 ** (tries - 1)) * (0.5 + this.#options.random() / 2);
      try {
        const { status, text, retryAfter } = await this.#exchange(serviceUrl, method, path, body, token);
        if (status < 300) return readId(text);
        if (status === 401 && token !== undefined && !refreshed) {
          refreshed = true;
          continue;
        }
        if (!passing.has(status) || tries >= mostTries) throw new ConnectorRefusal(status, text);
        // No refusal: what stays recorded is said later.
        if (this.#ending) throw new Error(`the channel answered ${status} while Usher was being stopped`);
        if (retryAfter !== undefined) pause = Math.min(longestPause, retryAfter);
      } catch (fault) {
        // A connection that was refused or fell: the message may have arrived, but once too often is better than never.
        if (fault instanceof ConnectorRefusal || tries >= mostTries || this.#ending) throw fault;
      }
      await Promise.race([this.#options.pause(pause), this.#ended]);
    }
  }

  async #exchange(serviceUrl: string, method: string, path: string, body: string, token: string | undefined) {
    const base = this.#base(serviceUrl);
    const secure = base.protocol === 'https:';
    const bytes = Buffer.byteLength(body);
    // As text it goes out in one piece with the headers, and ASCII is what it is already.
    const encoding = bytes === body.length ? 'latin1' : 'utf8';
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sending = (secure ? secureRequest : plainRequest)(
        {
          protocol: base.protocol,
          host: base.hostname.replace(/^\[|\]$/g, ''),
          port: base.port,
          path: `${base.pathname}${path}`,
          method,
          agent: this.#agents[secure ? 'https:' : 'http:'],
          timeout: patience,
          headers: {
            accept: 'application/json',
            'content-type': 'application/json; charset=utf-8',
            'content-length': bytes,
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
          },
        },
        resolve,
      );
      sending.on('timeout', () => sending.destroy(new Error(`no answer within ${patience} ms`)));
      sending.on('error', reject);
      sending.end(body, encoding);
    });
    const text = await readText(response);
    const after = Number(response.headers['retry-after']);
    return { status: response.statusCode ?? 0, text, retryAfter: after >= 0 ? after * 1_000 : undefined };
  }

  #base(serviceUrl: string): URL {
    let base = this.#bases.get(serviceUrl);
    if (base === undefined) {
      base = new URL(serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`);
      if (this.#bases.size > 1_000) this.#bases.clear();
      this.#bases.set(serviceUrl, base);
    }
    return base;
  }
}

function readText(response: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    response.setEncoding('utf8');
    // An answer is an id or an error; what a stranger sends beyond that is not kept.
    response.on('data', (chunk: string) => {
      if (text.length < 10_000) text += chunk;
    });
    response.on('end', () => resolve(text));
    response.on('error', reject);
  });
}

function readId(text: string): string | undefined {
  try {
    const id = (JSON.parse(text) as { id?: unknown } | null)?.id;
    return typeof id === 'string' && id !== '' ? id : undefined;
  } catch {
    return undefined;
  }
}
