import { GraphRefusal } from './graphRefusal.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** How long an endpoint has to answer, in milliseconds (Graph, "Receive change notifications through webhooks"). */
const patience = 10_000;

/**
 * Posts to an address that subscribed. The sandbox calls this machine only, and so takes http, which Graph does not.
 * @returns what was answered, its text at most 10,000 characters.
 */
export async function callBack(
  url: URL,
  body: string,
  type: 'application/json' | 'text/plain',
): Promise<{ status: number; type: string; text: string }> {
  if (!loopback.has(url.hostname)) {
    throw new GraphRefusal(400, 'InvalidRequest', 'The sandbox notifies addresses of this machine only.');
  }
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': `${type}; charset=utf-8` },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  const text = await answer.text();
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: text.slice(0, 10_000) };
}
