import type { Request } from 'restify';
import { GraphRefusal } from './graphRefusal.ts';

/** As Graph: what is larger goes through an upload session. */
const mostBytes = 4 * 1024 * 1024;

/** @returns the body of a request as JSON, read already by the server or not; undefined when there is none. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.contentType();
  const parsed: unknown = request.body;
  if (parsed !== undefined && typeof parsed !== 'string' && !Buffer.isBuffer(parsed)) return parsed;
  let text: string;
  if (parsed !== undefined) text = String(parsed);
  else {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of request) {
      bytes += (chunk as Buffer).length;
      if (bytes > mostBytes) throw new GraphRefusal(413, 'RequestEntityTooLarge', 'The request is too large.');
      chunks.push(chunk as Buffer);
    }
    text = Buffer.concat(chunks).toString('utf8');
  }
  if (text === '') return undefined;
  if (type === 'text/plain') throw new GraphRefusal(501, 'NotImplemented', 'The sandbox does not take MIME yet.');
  if (type !== 'application/json') {
    throw new GraphRefusal(400, 'RequestBodyRead', `A body of type ${type} cannot be read; send application/json.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new GraphRefusal(400, 'BadRequest', 'Unable to read JSON request payload.');
  }
}
