import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import restify, { type Request, type Response, type Server } from 'restify';
import { readTokenRequest, type TokenRequest } from '../../sandbox/identity/readTokenRequest.ts';
import { entraSignIn } from '../../web/signIn/entraSignIn.ts';
import type { MicrosoftSignIn } from '../../web/signIn/microsoftSignIn.ts';
import { type EntraTenant, mountEntraTenant } from '../helpdesk/entraTenant.ts';
import { makeHouse } from '../onboarding/house.ts';

const objectId = '3f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0001';

describe('what Microsoft Entra says of somebody', () => {
  let server: Server;
  let tenant: EntraTenant;
  let signIn: MicrosoftSignIn;
  /** What the tenant's next token says beside what it is asked for, and who signs it. */
  let next: Parameters<EntraTenant['token']> = [];
  let sent: TokenRequest | undefined;
  const { log } = makeHouse();

  before(async () => {
    server = restify.createServer({ handleUncaughtExceptions: false });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    tenant = await mountEntraTenant(server, origin);
    server.post('/tenant/token', async (request: Request, response: Response) => {
      sent = await readTokenRequest(request);
      response.json(200, { token_type: 'Bearer', access_token: 'x', id_token: await tenant.token(...next) });
    });
    const redirectUri = `${origin}/back`;
    signIn = entraSignIn({ ...tenant, domains: ['contoso.com'], redirectUri, log, overHttp: true });
  });
  after(async () => {
    server.server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  /** Goes to the tenant and comes back with a code. @returns what came of it. */
  async function goWith(claims: Record<string, unknown>, how: Parameters<EntraTenant['token']>[1] = {}) {
    const { url, remember } = await signIn.begin();
    const person = { preferred_username: 'Ada.Byron@contoso.com', name: 'Ada Byron', oid: objectId };
    next = [{ ...person, nonce: url.searchParams.get('nonce'), ...claims }, how];
    const back = new URL(`http://usher.invalid/?code=the-code&state=${url.searchParams.get('state')}`);
    const found = await signIn.finish(back, remember);
    return { found, url, back, remember };
  }

  it('is believed of the tenant’s own people, in domains that it owns', async () => {
    const { tenantId } = tenant;
    const ada = { tenantId, objectId, email: 'ada.byron@contoso.com', firstName: 'Ada', lastName: 'Byron' };
    assert.deepEqual((await goWith({})).found, ada);
    assert.deepEqual((await goWith({ acct: 0, idp: tenant.issuer })).found, ada);
    assert.deepEqual((await goWith({ given_name: 'A.', family_name: 'B.' })).found, {
      ...ada,
      firstName: 'A.',
      lastName: 'B.',
    });
  });

  for (const [what, claims] of [
    ['a guest', { acct: 1 }],
    ['somebody whom another identity provider has signed in', { idp: 'https://sts.example/other' }],
    ['another tenant', { tid: '1f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0666' }],
    ['no tenant', { tid: undefined }],
    ['nobody whom it knows by an id', { oid: undefined }],
    ['a user name in another domain', { preferred_username: 'ada.byron@fabrikam.com' }],
    ['a user name in a domain that ends like it', { preferred_username: 'ada.byron@notcontoso.com' }],
    ['a user name below its domain', { preferred_username: 'ada.byron@it.contoso.com' }],
    ['an address that is no user name', { preferred_username: undefined, email: 'ada.byron@contoso.com' }],
  ] as const) {
    it(`is not believed of ${what}`, async () => assert.equal((await goWith(claims)).found, 'foreign'));
  }

  for (const [what, claims, how] of [
    ['that answers another sign-in', { nonce: 'another' }, {}],
    ['that answers none', { nonce: undefined }, {}],
    ['that somebody else has signed', {}, { by: 'stranger' }],
    ['for another app', { aud: '2f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0666' }, {}],
    ['of another issuer', { iss: 'https://login.example/other/v2.0' }, {}],
    ['that is over', { exp: 1_700_000_000 }, {}],
  ] as const) {
    it(`counts for nothing in a token ${what}`, async () => assert.equal((await goWith(claims, how)).found, 'failed'));
  }

  it('is asked for with the proof that who comes back is who went (PKCE), and with the state that went along', async () => {
    const { url, back, remember } = await goWith({});
    assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
    const challenge = createHash('sha256')
      .update(sent?.verifier ?? '')
      .digest('base64url');
    assert.equal(url.searchParams.get('code_challenge'), challenge);
    back.searchParams.set('state', 'another');
    assert.equal(await signIn.finish(back, remember), 'failed');
  });
});
