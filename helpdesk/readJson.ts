import type { IncomingMessage } from 'node:http';
import { type BodyRefused, readTyped } from '../web/readTyped.ts';

export type JsonRead = { outcome: 'read'; json: Record<string, unknown> } | BodyRefused;

/**
 * Reads a body as one JSON object, and nothing else: not compressed, UTF-8. An empty body counts as `{}`.
 * @param most longest body taken, in bytes.
 */
export async function readJson(request: IncomingMessage, most: number): Promise<JsonRead> {
  const bytes = await readTyped(request, 'application/json', most);
  if ('outcome' in bytes) return bytes;
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
