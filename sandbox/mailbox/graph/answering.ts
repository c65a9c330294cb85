import type { Request, RequestHandler, Response } from 'restify';
import { notLocal } from '../../notLocal.ts';
import { GraphRefusal } from './graphRefusal.ts';

export interface Answer {
  status: number;
  json?: unknown;
  mime?: Buffer;
}

/** What was asked for, as every endpoint needs it. */
export interface Asked {
  request: Request;
  /** The lower-cased address of the mailbox; empty where the endpoint is none of a mailbox. */
  owner: string;
  /** Whether `Prefer: IdType="ImmutableId"` was asked for. */
  immutable: boolean;
  query: URLSearchParams;
  param(name: string): string;
}

/**
 * @param ofMailbox whether the endpoint is one of a mailbox, whose address is the parameter `user`.
 * @returns the handler that answers as Graph does; a {@link GraphRefusal} becomes the error that it says.
 */
export function answering(answer: (asked: Asked) => Promise<Answer>, ofMailbox = true): RequestHandler {
  return async (request: Request, response: Response) => {
    try {
      const foreign = notLocal(request);
      if (foreign !== undefined) throw new GraphRefusal(403, 'Forbidden', foreign);
      const param = (name: string): string => String((request.params as Record<string, unknown>)[name] ?? '');
      const immutable = /\bIdType\s*=\s*"ImmutableId"/i.test(String(request.headers.prefer ?? ''));
      const owner = param('user').toLowerCase();
      if (ofMailbox && !/^[^\s@]+@[^\s@]+$/.test(owner)) {
        throw new GraphRefusal(404, 'ErrorInvalidUser', `The requested user '${owner}' is invalid.`);
      }
      const query = new URL(request.url ?? '', 'http://localhost').searchParams;
      send(response, await answer({ request, owner, immutable, query, param }), immutable);
    } catch (error) {
      const refusal =
        error instanceof GraphRefusal ? error : new GraphRefusal(500, 'InternalServerError', (error as Error).message);
      send(response, {
        status: refusal.status,
        json: { error: { code: refusal.code, message: refusal.message } },
      });
    }
  };
}

function send(response: Response, { status, json, mime }: Answer, immutable = false): void {
  const headers: Record<string, string> = immutable ? { 'Preference-Applied': 'IdType="ImmutableId"' } : {};
  if (mime !== undefined) response.sendRaw(status, mime, { ...headers, 'Content-Type': 'text/plain' });
  else if (json !== undefined) {
    response.sendRaw(status, JSON.stringify(json), { ...headers, 'Content-Type': 'application/json' });
  } else response.sendRaw(status, '', headers);
}
