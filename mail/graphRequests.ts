import { type Client, type GraphRequest, ResponseType } from '@microsoft/microsoft-graph-client';
import { graphClient } from './graphClient.ts';
import { GraphFault } from './graphFault.ts';
import type { RequestGate } from './requestGate.ts';
import { retryAfter } from './retryAfter.ts';

export interface GraphAnswer {
  /** The JSON; undefined when there is none. */
  body: unknown;
  /** How long Graph asks to wait before the next request, in milliseconds. */
  retryAfter?: number;
}

interface AskOptions {
  /** Preferences beside that for immutable ids. */
  prefer?: string;
}

/** How Graph is reached; the same for everyone who asks it. */
export interface GraphAccess {
  /** Without the version, e.g. `https://graph.microsoft.com` or `http://127.0.0.1:3978/sandbox/graph`. */
  baseUrl: string;
  /** A bearer token for Microsoft Graph; undefined where none is asked for, as in local mode. */
  getToken(): Promise<string | undefined>;
}

/** The one way of asking Graph: each request exactly once, for immutable ids. Throws {@link GraphFault} and nothing else. */
export class GraphRequests {
  readonly #client: Client;
  readonly #root: string;
  readonly #gate: RequestGate;
  readonly #first: boolean;

  /**
   * @param first whether its requests go before those that others have waiting: for the outbox, whose leases allow for
   * one request that is under way, not for a whole line of them.
   */
  constructor(access: GraphAccess, gate: RequestGate, { first = false } = {}) {
    this.#client = graphClient(access.baseUrl, access.getToken);
    this.#root = `${access.baseUrl}/v1.0`;
    this.#gate = gate;
    this.#first = first;
  }

  /** @param path behind the version, with parameters or without. */
  async ask(
    path: string,
    make: (request: GraphRequest) => Promise<Response>,
    options: AskOptions = {},
  ): Promise<GraphAnswer> {
    const { body, wait } = await this.#exchange(path, make, options, (response) => response.text());
    return { body: parse(body), ...(wait !== undefined && { retryAfter: wait }) };
  }

  /** @returns what lies there, or undefined when it has more bytes than `most`, which are not read then. */
  async bytes(path: string, most: number): Promise<Buffer | undefined> {
    const get = (request: GraphRequest) => request.get();
    return (await this.#exchange(path, get, {}, (response) => readBytes(response, most))).body;
  }

  /**
   * @param link as Graph gave it, to go on with.
   * @returns the path to ask for, or undefined when it leads elsewhere, where the token must not go.
   */
  pathOf(link: string): string | undefined {
    return link.startsWith(`${this.#root}/`) ? link.slice(this.#root.length) : undefined;
  }

  async #exchange<Body>(
    path: string,
    make: (request: GraphRequest) => Promise<Response>,
    { prefer }: AskOptions,
    read: (response: Response) => Promise<Body>,
  ): Promise<{ body: Body; wait: number | undefined }> {
    const request = this.#client
      .api(path)
      .header('Prefer', ['IdType="ImmutableId"', ...(prefer === undefined ? [] : [prefer])].join(', '))
      .responseType(ResponseType.RAW);
    return await this.#gate.run(async () => {
      try {
        const response = await make(request);
        const wait = retryAfter(response.headers.get('retry-after'));
        if (response.ok) return { body: await read(response), wait };
        throw faultOf(response.status, parse(await response.text()), wait);
      } catch (error) {
        if (error instanceof GraphFault) throw error;
        // The answer broke off while it was read.
        throw new GraphFault('unclear', 'The answer of Graph broke off', { cause: error });
      }
    }, this.#first);
  }
}

async function readBytes(response: Response, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the stream and with it the transfer.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function faultOf(status: number, body: unknown, wait: number | undefined): GraphFault {
  const error = (body as { error?: { code?: unknown; message?: unknown } } | undefined)?.error;
  const said = [error?.code, error?.message].filter((part) => typeof part === 'string').join(': ');
  const message = said === '' ? `Graph answered ${status}` : `Graph answered ${status} ${said.slice(0, 300)}`;
  const details = {
    status,
    ...(wait !== undefined && { retryAfter: wait }),
    ...(typeof error?.code === 'string' && { code: error.code }),
  };
  if (status === 429 || status === 503) return new GraphFault('busy', message, details);
  if (status === 401 || status === 403) return new GraphFault('notAllowed', message, details);
  if (status === 404 || status === 410) return new GraphFault('notFound', message, details);
  if (status >= 400 && status < 500 && status !== 408) return new GraphFault('refused', message, details);
  return new GraphFault('unclear', message, details);
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
