import type { IncomingMessage } from 'node:http';

/** What a client sends to exchange a code (RFC 6749, 4.1.3; RFC 7636, 4.5). */
export interface TokenRequest {
  code: string;
  verifier: string;
  redirectUri: string;
  clientId: string;
  clientSecret: string;
}

const largest = 16 * 1024;

/** @returns what was sent, empty where it was not; the client's secret from the form or from HTTP Basic. */
export async function readTokenRequest(request: IncomingMessage): Promise<TokenRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largest) chunks.push(chunk);
  }
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const [, basic = ''] = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent);
  return {
    code: form.get('code') ?? '',
    verifier: form.get('code_verifier') ?? '',
    redirectUri: form.get('redirect_uri') ?? '',
    clientId: form.get('client_id') ?? id,
    clientSecret: form.get('client_secret') ?? secret,
  };
}
