import type { IncomingMessage } from 'node:http';
import { readBytes } from '../web/readBytes.ts';

export type JsonRead =
  | { outcome: 'read'; json: Record<string, unknown> }
  | { outcome: 'refused'; status: 400 | 413 | 415 };

/**
 * Reads a body as one JSON object, and nothing else: not compressed, UTF-8. An empty body counts as `{}`.
 * @param most longest body taken, in bytes.
 */
export async function readJson(request: IncomingMessage, most: number): Promise<JsonRead> {
  const refused = (status: 400 | 413 | 415): JsonRead => {
    request.resume();
    return { outcome: 'refused', status };
  };
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(/\s*;\s*/);
  if (type !== 'application/json') return refused(415);
  if (parameters.some((one) => one.startsWith('charset=') && !/^charset="?utf-8"?$/.test(one))) return refused(415);
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return refused(415);
  if (Number(request.headers['content-length'] ?? 0) > most) return refused(413);
  const bytes = await readBytes(request, most);
  if (bytes === undefined) return { outcome: 'refused', status: 413 };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const json: unknown = text.trim() === '' ? {} : JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
      return { outcome: 'read', json: json as Record<string, unknown> };
    }
  } catch {
    // Not UTF-8, or not JSON.
  }
  return { outcome: 'refused', status: 400 };
}
