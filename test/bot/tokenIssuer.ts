import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Signs tokens as the Bot Connector does, and publishes its keys on loopback. */
export interface TokenIssuer {
  tokenIssuer: string;
  openIdMetadataUrl: string;
  /** @returns a signed token; `claims` go over those of a valid one. */
  token(claims?: Record<string, unknown>, key?: 'own' | 'stranger'): string;
  close(): Promise<void>;
}

/** @param valid the claims of a token that is to be accepted. */
export async function startTokenIssuer(valid: Record<string, unknown>): Promise<TokenIssuer> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const body =
      request.url === '/keys'
        ? { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', endorsements: ['msteams'] }] }
        : { issuer: tokenIssuer, jwks_uri: `${tokenIssuer}/keys` };
    response.end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const tokenIssuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return {
    tokenIssuer,
    openIdMetadataUrl: `${tokenIssuer}/.well-known/openidconfiguration`,
    token: (claims = {}, key = 'own') => {
      const now = Math.floor(Date.now() / 1_000);
      const body = { iss: tokenIssuer, nbf: now - 60, exp: now + 3_600, ...valid, ...claims };
      const signed = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'own' })}.${encode(body)}`;
      const { privateKey } = key === 'own' ? own : stranger;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
