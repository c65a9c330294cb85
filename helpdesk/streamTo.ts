import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Sink } from './call.ts';

/**
 * Writes an answer piece by piece, not faster than it is read.
 *
 * @param how.stillMay asked every `everyMs` milliseconds; when it says no, the stream is broken off.
 */
export async function streamTo(
  request: IncomingMessage,
  response: ServerResponse,
  write: (sink: Sink) => Promise<void>,
  { stillMay, everyMs }: { stillMay: () => Promise<boolean>; everyMs: number },
): Promise<void> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  response.once('close', leave);
  if (request.destroyed || response.destroyed) leave();
  const timer = setInterval(() => {
    // A store that does not answer is no reason to throw anybody out: the next look tells.
    stillMay().then(
      (may) => {
        if (may) return;
        leave();
        response.destroy();
      },
      () => undefined,
    );
  }, everyMs);
  timer.unref();
  response.flushHeaders();
  try {
    await write({
      gone: gone.signal,
      async write(text) {
        if (gone.signal.aborted) return false;
        if (!response.write(text)) {
          await once(response, 'drain', { signal: gone.signal }).catch((fault) => {
            if (!gone.signal.aborted) throw fault;
          });
        }
        return !gone.signal.aborted;
      },
    });
    if (!gone.signal.aborted) response.end();
  } finally {
    clearInterval(timer);
    response.off('close', leave);
  }
}
