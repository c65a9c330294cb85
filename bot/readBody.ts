import type { IncomingMessage } from 'node:http';

export type Body =
  | { outcome: 'read'; json: Record<string, unknown> }
  | { outcome: 'refused'; status: number; why: string };

/**
 * Reads a request's body as one JSON object. restify's own parser lets arrays and unknown content types pass, and
 * inflates gzip without a limit; what Bot Connector sends is plain JSON.
 * @param most the longest body taken, in bytes.
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Body> {
  const refused = (status: number, why: string): Body => {
    request.resume();
    return { outcome: 'refused', status, why };
  };
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    return refused(415, 'The body must be an activity as JSON: send Content-Type application/json.');
  }
  if (request.headers['content-encoding'] !== undefined && request.headers['content-encoding'] !== 'identity') {
    return refused(415, 'The body must not be compressed.');
  }
  const tooLarge = `The body is larger than ${most} bytes.`;
  if (Number(request.headers['content-length'] ?? 0) > most) return refused(413, tooLarge);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return refused(413, tooLarge);
    chunks.push(chunk);
  }
  let json: unknown;
  try {
    json = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return refused(400, 'The body is not valid JSON.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return refused(400, 'The body must be one activity: a JSON object.');
  }
  return { outcome: 'read', json: json as Record<string, unknown> };
}
