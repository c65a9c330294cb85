import assert from 'node:assert/strict';
import type { TeamsCredentials } from '../../bot/teamsCredentials.ts';
import type { Walks } from '../../dialogs/turn.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { activityOf, testTenant } from './activities.ts';
import { startTestBot, type TestBot } from './botTest.ts';
import { type FakeConnector, startFakeConnector } from './fakeConnector.ts';
import { startTokenIssuer, type TokenIssuer } from './tokenIssuer.ts';

const appId = '12345678-90ab-4cde-8f01-234567890abc';
const giulia = { email: 'giulia.romano@contoso.com', firstName: 'Giulia', lastName: 'Romano' };

describe('with the credentials of a bot', () => {
  let store: TestStore;
  let connector: FakeConnector;
  let issuer: TokenIssuer;
  let bot: TestBot;
  let turns = 0;
  const walks: Walks = {
    async onTurn({ say }) {
      turns += 1;
      say({ text: 'ok' });
    },
  };
  const consoleError = console.error;

  before(async () => {
    // botbuilder prints what it finds wrong with a token.
    console.error = () => undefined;
    store = await openTestStore();
    connector = await startFakeConnector();
    issuer = await startTokenIssuer({ aud: appId, serviceurl: connector.url });
    const teams: TeamsCredentials = {
      appId,
      tenantId: testTenant,
      type: 'SingleTenant',
      secret: 'never sent anywhere',
      allowedTenants: [testTenant],
      channel: issuer,
    };
    let fetched = 0;
    const credentials = {
      getToken: async (refresh: boolean) => {
        if (refresh) fetched += 1;
        return `outgoing-${fetched}`;
      },
      signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
        request.headers.set('authorization', `Bearer outgoing-${fetched}`);
        return request;
      },
    };
    bot = await startTestBot({
      walks,
      connector,
      teams,
      credentialsFactory: {
        isValidAppId: async (id: string) => id === appId,
        isAuthenticationDisabled: async () => false,
        createCredentials: async () => credentials,
      } as never,
    });
    bot.as(giulia);
  });
  after(async () => {
    console.error = consoleError;
    await bot.stop();
    await issuer.close();
    await connector.close();
    await store.close();
  });
  beforeEach(() => {
    turns = 0;
  });

  const posts = (token: string | undefined, more: Record<string, unknown> = {}) =>
    bot.post(
      JSON.stringify(activityOf(giulia, 'a:authenticated', connector, { text: 'ciao', ...more })),
      token === undefined ? {} : { authorization: `Bearer ${token}` },
    );

  it('a valid token is let in, and the answer carries a token', async () => {
    const before = connector.calls.length;
    assert.equal((await posts(issuer.token())).status, 200);
    assert.equal(turns, 1);
    assert.deepEqual(
      connector.calls.slice(before).map(({ authorization }) => authorization),
      ['Bearer outgoing-0'],
    );
  });

  const seconds = (ago: number) => Math.floor(Date.now() / 1_000) - ago;
  const refused: [string, () => string | undefined][] = [
    ['none', () => undefined],
    ['what is no token', () => 'x.y.z'],
    ['an expired one', () => issuer.token({ nbf: seconds(7_200), exp: seconds(3_600) })],
    ['one for another bot', () => issuer.token({ aud: 'somebody-else' })],
    ['one of another issuer', () => issuer.token({ iss: 'https://evil.example' })],
    ['one with another service', () => issuer.token({ serviceurl: 'https://smba.trafficmanager.net/emea/' })],
    ['one without a service', () => issuer.token({ serviceurl: undefined })],
    ['one that somebody else signed', () => issuer.token({}, 'stranger')],
    [
      'one of the Emulator',
      () =>
        issuer.token({
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          ver: '1.0',
          appid: appId,
        }),
    ],
  ];
  for (const [what, token] of refused) {
    it(`${what} is not let in`, async () => {
      const answer = await posts(token());
      assert.equal(answer.status, 401);
      assert.match(answer.body.error, /token/);
      assert.equal(turns, 0);
    });
  }

  const elsewhere: [string, Record<string, unknown>][] = [
    [
      'another tenant',
      {
        channelData: { tenant: { id: 'other' } },
        conversation: { id: 'a:x', conversationType: 'personal', tenantId: 'other' },
      },
    ],
    [
      'a conversation of another tenant',
      { conversation: { id: 'a:x', conversationType: 'personal', tenantId: 'other' } },
    ],
    ['no tenant at all', { channelData: {}, conversation: { id: 'a:x', conversationType: 'personal' } }],
    ['another channel', { channelId: 'webchat' }],
    ['a service that is talked to in the clear', { serviceUrl: 'http://smba.trafficmanager.net/emea/' }],
  ];
  for (const [what, more] of elsewhere) {
    it(`${what} is not served`, async () => {
      const serviceurl = more.serviceUrl ?? connector.url;
      assert.equal((await posts(issuer.token({ serviceurl }), more)).status, 403);
      assert.equal(turns, 0);
    });
  }

  it('a token that names another tenant is not served', async () => {
    assert.equal((await posts(issuer.token({ tid: testTenant }))).status, 200);
    assert.equal((await posts(issuer.token({ tid: 'other' }))).status, 403);
    assert.equal(turns, 1);
  });

  it('a token that the channel does not take any more is fetched anew', async () => {
    let refusals = 1;
    connector.misbehave = (_method, path) =>
      path.includes('/activities') && refusals-- > 0 ? { status: 401 } : undefined;
    const before = connector.calls.length;
    await posts(issuer.token());
    connector.misbehave = undefined;
    assert.deepEqual(
      connector.calls.slice(before).map(({ authorization }) => authorization),
      ['Bearer outgoing-1'],
    );
  });

  it('says that the token cannot be checked when the keys cannot be fetched', async () => {
    const gone = await startTokenIssuer({});
    await gone.close();
    const other = await startTestBot({
      walks,
      connector,
      teams: {
        appId,
        tenantId: testTenant,
        type: 'SingleTenant',
        secret: 'x',
        allowedTenants: [testTenant],
        channel: gone,
      },
    });
    const token = issuer.token({ iss: gone.tokenIssuer });
    const body = JSON.stringify(activityOf(giulia, 'a:x', connector, { text: 'ciao' }));
    assert.equal((await other.post(body, { authorization: `Bearer ${token}` })).status, 503);
    await other.stop();
  });
});
