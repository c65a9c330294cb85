import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { html } from '@remix-run/html-template';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Request, RequestHandler, Response, Server } from 'restify';
import { defaultLanguage, spokenLanguage, textsFor } from '../../language/texts.ts';
import { readAddress } from '../../onboarding/readAddress.ts';
import { notLocal } from '../notLocal.ts';
import { readTokenRequest } from './readTokenRequest.ts';

/** Somebody who can sign in at the stand-in. */
export interface IdentityPerson {
  name: string;
  email: string;
  /** What they are, by the name that it has in the texts; anything else is shown as it stands. */
  title: string;
  organization: string;
  /** What the claim `roles` says of them; absent: there is no such claim. */
  roles?: readonly string[];
}

/** Where the browser goes back to after signing in, and whom that place offers to be. */
export interface IdentityDoor {
  redirectUri: string;
  people: readonly IdentityPerson[];
}

/** How Usher is registered at the stand-in. */
export interface Identity {
  issuer: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
}

interface Code {
  email: string;
  name: string;
  roles?: readonly string[];
  nonce: string;
  challenge: string;
  redirectUri: string;
  until: number;
}

const base = '/sandbox/identity';
const tenantId = '7d1c2b1e-64a5-4a53-9d4a-3f0f5a11e001';
const minute = 60_000;

/**
 * Mounts a stand-in for Microsoft Entra, as much of OpenID Connect as its code flow with PKCE needs, with a page on which
 * one says who one is. For local mode and tests only: it believes everybody.
 *
 * @param origin where the browser and Usher itself reach it, e.g. `http://localhost:3978`.
 */
export function mountIdentity(
  server: Server,
  { doors, origin }: { doors: readonly IdentityDoor[]; origin: string },
): Identity {
  const registration: Identity = {
    issuer: `${origin}${base}/v2.0`,
    tenantId,
    clientId: randomUUID(),
    clientSecret: randomBytes(32).toString('base64url'),
  };
  let made: ReturnType<typeof generateKeyPair> | undefined;
  // When somebody signs in for the first time: it takes a while.
  const keys = () => {
    made ??= generateKeyPair('RS256');
    return made;
  };
  const codes = new Map<string, Code>();

  server.get(
    `${base}/v2.0/.well-known/openid-configuration`,
    local(async (_request, response) => {
      response.json(200, {
        issuer: registration.issuer,
        authorization_endpoint: `${origin}${base}/authorize`,
        token_endpoint: `${origin}${base}/token`,
        jwks_uri: `${origin}${base}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
        token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      });
    }),
  );

  server.get(
    `${base}/keys`,
    local(async (_request, response) => {
      const key = await exportJWK((await keys()).publicKey);
      response.json(200, { keys: [{ ...key, kid: 'sandbox', use: 'sig', alg: 'RS256' }] });
    }),
  );

  server.get(
    `${base}/authorize`,
    local(async (request, response) => {
      const asked = new URL(request.url ?? '', origin);
      const ask = (name: string) => asked.searchParams.get(name) ?? '';
      const redirectUri = ask('redirect_uri');
      const door = doors.find((one) => one.redirectUri === redirectUri);
      if (ask('client_id') !== registration.clientId || !door) {
        return void response.sendRaw(400, 'Nobody is registered like this.', { 'Content-Type': 'text/plain' });
      }
      const back = new URL(redirectUri);
      back.searchParams.set('state', ask('state'));
      const chosen = readAddress(asked.searchParams.get('as') ?? undefined);
      if (asked.searchParams.has('cancel')) {
        back.searchParams.set('error', 'access_denied');
      } else if (chosen === undefined) {
        return void response.sendRaw(200, choice(asked, door.people, request), {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy':
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          'Cache-Control': 'no-store',
          'Referrer-Policy': 'no-referrer',
        });
      } else {
        const code = randomBytes(32).toString('base64url');
        const person = door.people.find((one) => one.email === chosen);
        codes.set(code, {
          email: chosen,
          name: person?.name ?? nameIn(chosen),
          ...(person?.roles && { roles: person.roles }),
          nonce: ask('nonce'),
          challenge: ask('code_challenge'),
          redirectUri,
          until: Date.now() + minute,
        });
        back.searchParams.set('code', code);
      }
      response.writeHead(302, { Location: back.href, 'Cache-Control': 'no-store' });
      response.end();
    }),
  );

  server.post(
    `${base}/token`,
    local(async (request, response) => {
      const sent = await readTokenRequest(request);
      const code = codes.get(sent.code);
      codes.delete(sent.code);
      if (sent.clientId !== registration.clientId || sent.clientSecret !== registration.clientSecret) {
        return void response.json(401, { error: 'invalid_client' });
      }
      const proven = createHash('sha256').update(sent.verifier).digest('base64url');
      if (!code || code.until < Date.now() || code.redirectUri !== sent.redirectUri || code.challenge !== proven) {
        return void response.json(400, { error: 'invalid_grant' });
      }
      const objectId = objectIdOf(code.email);
      const idToken = await new SignJWT({
        tid: tenantId,
        oid: objectId,
        preferred_username: code.email,
        name: code.name,
        ...(code.roles && { roles: code.roles }),
        nonce: code.nonce,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'sandbox' })
        .setIssuer(registration.issuer)
        .setAudience(registration.clientId)
        .setSubject(objectId)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign((await keys()).privateKey);
      response.json(200, {
        token_type: 'Bearer',
        expires_in: 3600,
        access_token: randomBytes(32).toString('base64url'),
        id_token: idToken,
      });
    }),
  );

  return registration;
}

/** The page on which one says who one is. */
function choice(asked: URL, people: readonly IdentityPerson[], request: Request): string {
  const wanted = String(request.headers['accept-language'] ?? '').split(',');
  const language =
    wanted.map((tag) => spokenLanguage(tag.split(';')[0])).find((code) => code !== undefined) ?? defaultLanguage;
  const texts = textsFor(language);
  const words = texts.sandboxIdentity;
  const titles: Readonly<Record<string, string>> = { ...texts.pages.sampleTitles, ...words.staff };
  const to = (name: string, value: string) => {
    const url = new URL(asked);
    url.searchParams.set(name, value);
    return url.pathname + url.search;
  };
  return String(html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${words.title} – Usher</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/page.css">
  </head>
  <body>
    <main>
      <h1>${words.title}</h1>
      <p>${words.lead}</p>
      <ul class="chats">
        ${people.map(
          ({ name, email, title, organization }) =>
            html`<li><a class="chat" href="${to('as', email)}"><strong>${name}</strong><span>${Object.hasOwn(titles, title) ? titles[title] : title}, ${organization} · ${email}</span></a></li>`,
        )}
      </ul>
      <form method="get" action="${asked.pathname}">
        ${[...asked.searchParams].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
        <div class="field">
          <label for="as">${words.other}</label>
          <input id="as" name="as" type="email" autocomplete="off" required>
        </div>
        <p class="buttons"><button class="primary">${words.go}</button><a class="button" href="${to('cancel', '1')}">${words.cancel}</a></p>
      </form>
    </main>
  </body>
</html>
`);
}

/** The same person has the same id in every run. */
function objectIdOf(email: string): string {
  const hex = createHash('sha256').update(email).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** `maria.rossi@contoso.com` → Maria Rossi. */
function nameIn(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[^a-z]+/).filter(Boolean);
  return words.map((word) => (word[0] ?? '').toUpperCase() + word.slice(1)).join(' ');
}

function local(answer: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return async (request: Request, response: Response) => {
    const foreign = notLocal(request);
    if (foreign !== undefined) response.sendRaw(403, foreign, { 'Content-Type': 'text/plain; charset=utf-8' });
    else await answer(request, response);
  };
}
