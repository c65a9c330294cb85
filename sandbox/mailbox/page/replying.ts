import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'restify';
import { defaultLanguage, spokenLanguage, textsFor } from '../../../language/texts.ts';
import { notLocal } from '../../notLocal.ts';
import { pagePolicy } from './page.ts';
import type { PageContext } from './pageContext.ts';

export type Reply =
  | { status?: number; body: string; type?: string; policy?: string }
  /** The page to show instead, after something was sent. */
  | { location: string };

/** @returns a handler that sends what `reply` makes, to this machine only. */
export function replying(reply: (request: Request) => Promise<Reply>): RequestHandler {
  return async (request: Request, response: Response) => {
    const foreign = notLocal(request);
    if (foreign !== undefined) {
      response.sendRaw(403, foreign, { 'Content-Type': 'text/plain; charset=utf-8' });
      return;
    }
    const made = await reply(request);
    if ('location' in made) {
      response.sendRaw(303, '', { Location: made.location });
      return;
    }
    const { status = 200, body, type = 'text/html; charset=utf-8', policy = pagePolicy } = made;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const headers = {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      // With no-referrer a browser would send the forms of the page with the Origin `null`, which notLocal refuses.
      'Referrer-Policy': 'same-origin',
      'Cache-Control': 'no-cache',
      ETag: etag,
    };
    if (request.headers['if-none-match'] === etag) response.sendRaw(304, '', headers);
    else response.sendRaw(status, body, headers);
  };
}

export function contextOf(request: Request, base: string): PageContext {
  const wanted = String(request.headers['accept-language'] ?? '').split(',');
  const language = wanted.map((tag) => spokenLanguage(tag.split(';')[0])).find((code) => code !== undefined);
  return {
    base,
    language: language ?? defaultLanguage,
    texts: textsFor(language ?? defaultLanguage).sandboxMailbox,
  };
}

export function parameter(request: Request, name: string): string {
  return String((request.params as Record<string, unknown>)[name] ?? '');
}

/** @returns what stands in the address behind the question mark under that name. */
export function asked(request: Request, name: string): string | undefined {
  return new URL(request.url ?? '', 'http://localhost').searchParams.get(name) ?? undefined;
}
