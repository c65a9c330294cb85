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
  const bytes = await readBytes(request, most);
  if (bytes === undefined) return refused(413, tooLarge);
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return refused(400, 'The body is not valid JSON.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return refused(400, 'The body must be one activity: a JSON object.');
  }
  return { outcome: 'read', json: json as Record<string, unknown> };
}

/**
 * By events: an async iterator takes several times as long.
 * @returns undefined when there are more than `most`; the connection is closed then, and the rest is not waited for.
 */
function readBytes(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) return void chunks.push(chunk);
      resolve(undefined);
      request.destroy();
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}
