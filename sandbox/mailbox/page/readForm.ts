import type { Request } from 'restify';

/** Far more than a mail may have, so that what is too long is said beside its field. */
const mostBytes = 4 * 1024 * 1024;

/** @returns what a form of the page sends; undefined when it is too large or no form. */
export async function readForm(request: Request): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    // Read to its end all the same: an answer before that would not be shown.
    if (bytes <= mostBytes) chunks.push(chunk as Buffer);
  }
  if (bytes > mostBytes || request.contentType() !== 'application/x-www-form-urlencoded') return undefined;
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
