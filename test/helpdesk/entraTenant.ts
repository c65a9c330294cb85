import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { DateTime } from 'luxon';
import type { Request, Response, Server } from 'restify';

/** A tenant that signs whatever a test wants it to. */
export interface EntraTenant {
  issuer: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
  /** Its public key, as PEM. */
  publicKey: string;
  /** While set, its keys cannot be had. */
  down: boolean;
  /** @returns a token as a Teams tab is given; `claims` go over those of a good one, undefined takes one away. */
  token(
    claims?: Record<string, unknown>,
    how?: { by?: 'own' | 'stranger'; header?: Partial<JWTHeaderParameters> },
  ): Promise<string>;
}

/** Mounts the tenant's metadata and keys on a test's server. */
export async function mountEntraTenant(server: Server, origin: string): Promise<EntraTenant> {
  const keys = {
    own: await generateKeyPair('RS256', { extractable: true }),
    stranger: await generateKeyPair('RS256', { extractable: true }),
  };
  const tenant: EntraTenant = {
    issuer: `${origin}/tenant/v2.0`,
    tenantId: '1f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0007',
    clientId: '2f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0008',
    clientSecret: 'the secret of the registration',
    publicKey: await exportSPKI(keys.own.publicKey),
    down: false,
    async token(claims = {}, { by = 'own', header = {} } = {}) {
      const seconds = Math.floor(DateTime.now().toSeconds());
      const good: JWTPayload = {
        iss: tenant.issuer,
        aud: tenant.clientId,
        tid: tenant.tenantId,
        oid: '3f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0009',
        sub: 'subject',
        ver: '2.0',
        scp: 'access_as_user',
        preferred_username: 'Rosa.Berg@NorthwindTraders.com',
        name: 'Rosa Berg',
        roles: ['Helpdesk.Read'],
        iat: seconds,
        nbf: seconds,
        exp: seconds + 3_600,
      };
      const payload = Object.fromEntries(
        Object.entries({ ...good, ...claims }).filter(([, value]) => value !== undefined),
      );
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', kid: 'own', typ: 'JWT', ...header })
        .sign(keys[by].privateKey);
    },
  };
  server.get('/tenant/v2.0/.well-known/openid-configuration', async (_request: Request, response: Response) => {
    response.json(200, {
      issuer: tenant.issuer,
      authorization_endpoint: `${origin}/tenant/authorize`,
      token_endpoint: `${origin}/tenant/token`,
      jwks_uri: `${origin}/tenant/keys`,
    });
  });
  server.get('/tenant/keys', async (_request: Request, response: Response) => {
    if (tenant.down) return void response.json(503, {});
    response.json(200, { keys: [{ ...(await exportJWK(keys.own.publicKey)), kid: 'own', use: 'sig', alg: 'RS256' }] });
  });
  return tenant;
}
