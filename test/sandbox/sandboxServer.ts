import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { Notifier } from '../../sandbox/mailbox/graph/notifier.ts';
import { mountMailbox } from '../../sandbox/mailbox/mountMailbox.ts';

/** The sandbox's mailbox on a server of its own. */
export interface SandboxServer {
  /** E.g. `http://127.0.0.1:40123`. */
  origin: string;
  /** Asks the stand-in of Graph in the name of `usher@contoso.com`, for immutable ids. */
  graph(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>;
  notifier: Notifier;
  close(): Promise<void>;
}

export const people = [
  { name: 'Giulia Romano', email: 'giulia.romano@contoso.com', language: 'it' },
  { name: 'Marco Ferri', email: 'marco.ferri@contoso.com', language: 'it' },
  { name: 'Anna Keller', email: 'anna.keller@fabrikam.com', language: 'en' },
];
export const usher = { name: 'Usher', email: 'usher@contoso.com' };

export async function startSandboxServer(): Promise<SandboxServer> {
  const server = restify.createServer();
  const notifier = mountMailbox(server, { people, usher });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    notifier,
    async graph(method, path, body, headers = { prefer: 'IdType="ImmutableId"' }) {
      const answer = await fetch(`${origin}/sandbox/graph/v1.0/users/usher@contoso.com${path}`, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const json = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
      return { status: answer.status, body: json ? JSON.parse(text) : { text }, headers: answer.headers };
    },
    async close() {
      notifier.stop();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
