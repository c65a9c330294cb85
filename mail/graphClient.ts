import { Client, type Context, HTTPMessageHandler, type Middleware } from '@microsoft/microsoft-graph-client';
import { maskSecrets } from '../onboarding/maskSecrets.ts';
import { GraphFault } from './graphFault.ts';

/** How long one request to Graph may take, in milliseconds. What it did by then is unclear, not undone. */
export const requestLimit = 30_000;

/** Puts the token and the time limit on each request. */
class TokenAndTimeLimit implements Middleware {
  readonly #getToken: () => Promise<string | undefined>;
  #next: Middleware | undefined;

  constructor(getToken: () => Promise<string | undefined>) {
    this.#getToken = getToken;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    let token: string | undefined;
    try {
      token = await this.#getToken();
    } catch (cause) {
      // Microsoft Entra says what is wrong with the registration: a secret that has expired, a tenant that is not there.
      const said = maskSecrets((cause as Error).message).slice(0, 400);
      throw new GraphFault('notAllowed', `No token for Graph: ${said}`, { cause });
    }
    const headers = { ...(context.options?.headers as Record<string, string> | undefined) };
    if (token !== undefined) headers.Authorization = `Bearer ${token}`;
    // Redirects would carry the token to wherever they point; Graph's mail endpoints send none.
    context.options = { ...context.options, headers, redirect: 'error', signal: AbortSignal.timeout(requestLimit) };
    try {
      await this.#next?.execute(context);
    } catch (cause) {
      throw new GraphFault('unclear', `No answer from Graph: ${reason(cause)}`, { cause });
    }
  }
}

/** fetch says only "fetch failed"; the code that says what happened is somewhere below. */
function reason(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = (at as NodeJS.ErrnoException).code;
    if (typeof code === 'string') return code;
    if (at.name === 'TimeoutError') return 'timeout';
  }
  return error instanceof Error ? error.message : 'unknown';
}

/**
 * The Graph client library with a chain of our own: the library's sends no Authorization over http, and its retry
 * handler repeats POSTs, which may send a mail twice (../shared/graph/README.md). Repeating is the outbox's business.
 *
 * @param baseUrl without the version.
 */
export function graphClient(baseUrl: string, getToken: () => Promise<string | undefined>): Client {
  const first = new TokenAndTimeLimit(getToken);
  first.setNext(new HTTPMessageHandler());
  return Client.initWithMiddleware({ baseUrl, defaultVersion: 'v1.0', middleware: first });
}
