import type { IncomingMessage } from 'node:http';
import { readBytes } from './readBytes.ts';

/** What a body that is not taken is answered with. */
export interface BodyRefused {
  outcome: 'refused';
  status: 400 | 413 | 415;
}

/**
 * Reads a body of one content type, in UTF-8 and not compressed.
 * @param most longest body taken, in bytes.
 */
export async function readTyped(request: IncomingMessage, wanted: string, most: number): Promise<Buffer | BodyRefused> {
  const refused = (status: 413 | 415): BodyRefused => {
    request.resume();
    return { outcome: 'refused', status };
  };
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(/\s*;\s*/);
  if (type !== wanted) return refused(415);
  if (parameters.some((one) => one.startsWith('charset=') && !/^charset="?utf-8"?$/.test(one))) return refused(415);
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return refused(415);
  if (Number(request.headers['content-length'] ?? 0) > most) return refused(413);
  // What comes beyond the limit is not waited for.
  return (await readBytes(request, most)) ?? { outcome: 'refused', status: 413 };
}
