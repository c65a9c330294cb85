import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Me } from '../../helpdesk/api.ts';
import type { Audited } from '../../helpdesk/call.ts';
import { AuditEntry } from '../../models/auditEntry.ts';
import { OperatorSession } from '../../models/operatorSession.ts';
import { findSession } from '../../onboarding/findSession.ts';
import { startSession } from '../../onboarding/startSession.ts';
import { makeHouse } from '../onboarding/house.ts';
import { people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import { watchStore } from '../onboarding/storeCalls.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from './console.ts';

const secret = 'what somebody said in confidence';

describe('the console’s door', () => {
  const here = scene();
  let site: TestConsole;
  let reader: OperatorBrowser;
  let actor: OperatorBrowser;
  let acted: unknown[];

  beforeEach(async () => {
    acted = [];
    await open();
  });
  afterEach(() => site.close());

  async function open(house = here.house, sessionCheckMs = 20) {
    site = await startConsole(house, { sessionCheckMs }, (door) => {
      const id = z.strictObject({ id: z.string().max(100) });
      door.get('/plain', { audit: false }, async () => ({ body: { secret } }));
      door.get('/things/:id', { audit: 'transcriptRead', input: id }, async ({ input, audit }) => ({
        body: { secret },
        audited: await audit({ conversation: input.id, sameLook: input.id }),
      }));
      door.get('/things/:id/around', { audit: 'searched', input: id }, async ({ input, audit }) => ({
        body: { secret },
        audited: await audit({ conversation: input.id, sameLook: input.id }),
      }));
      door.get('/unnoted/:id', { audit: 'transcriptRead', input: id }, async () => ({
        body: { secret },
        audited: { audited: 'transcriptRead' } as Audited,
      }));
      door.get('/gone', { audit: 'transcriptRead' }, async () => ({ refused: 'notFound' }));
      door.get('/broken', { audit: false }, async () => {
        throw new Error(`a fault that knows ${secret}`);
      });
      const search = z.strictObject({ q: z.string() });
      door.get('/found', { audit: false, input: search }, async ({ input }) => ({ body: input }));
      const words = z.strictObject({ id: z.string(), text: z.string().max(1_000) });
      door.post('/things/:id/say', { audit: false, act: true, input: words, most: 2_000 }, async ({ input }) => {
        acted.push(input);
        return { body: {} };
      });
      door.post('/things/:id/touch', { audit: false, input: id }, async ({ input }) => {
        acted.push(input);
        return { body: {} };
      });
      door.stream('/watched', { audit: false }, async ({ lastEventId }) => ({
        contentType: 'text/event-stream',
        async write({ write, gone }) {
          await write(`data: after ${lastEventId ?? 'nothing'}\n\n`);
          await new Promise((resolve) => gone.addEventListener('abort', resolve));
          acted.push('gone');
        },
      }));
      door.stream('/things.csv', { audit: 'exported' }, async ({ audit }) => ({
        contentType: 'text/csv; charset=utf-8',
        fileName: 'things.csv',
        audited: await audit({ details: { rows: 2 } }),
        async write({ write }) {
          for (const row of ['a\r\n', 'b\r\n']) await write(row);
        },
      }));
      door.stream('/unnoted.csv', { audit: 'exported' }, async () => ({
        contentType: 'text/csv',
        audited: { audited: 'exported' } as Audited,
        async write({ write }) {
          await write(secret);
        },
      }));
    });
    reader = await OperatorBrowser.signedIn(site, operators.reader);
    actor = await OperatorBrowser.signedIn(site, operators.actor);
  }

  describe('without a session', () => {
    const strangers: [string, () => Promise<string>][] = [
      ['nobody', async () => ''],
      ['a made-up session', async () => `usher-helpdesk=${'a'.repeat(43)}`],
      ['nonsense', async () => 'usher-helpdesk=%00; usher-helpdesk-teams=..'],
      ['a person signed in to the pages', async () => `usher-session=${await startSession(people.marco, 'password')}`],
      [
        'a person’s session under the console’s name',
        async () => `usher-helpdesk=${await startSession(people.marco, 'password')}`,
      ],
    ];
    for (const [who, cookie] of strangers) {
      it(`gives nothing to ${who}`, async () => {
        const stranger = new OperatorBrowser(site.origin, await cookie());
        for (const path of [
          '/me',
          '/plain',
          '/things/1',
          '/watched',
          '/things.csv',
          '/broken',
          '/gone',
          '/plain?x=1',
        ]) {
          const { status, text } = await stranger.get(path);
          assert.deepEqual([status, text], [401, '{"refused":"notSignedIn"}'], path);
        }
        for (const path of ['/things/1/say', '/things/1/touch']) {
          const { status, text } = await stranger.post(path, { text: 'x' });
          assert.deepEqual([status, text], [401, '{"refused":"notSignedIn"}'], path);
        }
        assert.deepEqual(acted, []);
        assert.equal(await AuditEntry.countDocuments({ channel: 'helpdesk' }), 0);
      });
    }

    it('has the browser forget a session that is over', async () => {
      here.later({ minutes: 61 });
      const { status, headers } = await reader.get('/me');
      assert.equal(status, 401);
      assert.match(headers.getSetCookie().join('\n'), /^usher-helpdesk=; Max-Age=0/m);
    });
  });

  describe('sessions', () => {
    it('last while they are used, twelve hours at most', async () => {
      for (let minutes = 0; minutes < 12 * 60; minutes += 50) {
        assert.equal((await reader.get('/me')).status, 200, `${minutes}`);
        here.later({ minutes: 50 });
      }
      assert.equal((await reader.get('/me')).status, 401);
    });

    it('are known to the store by their hash only', async () => {
      const stored = JSON.stringify(await OperatorSession.find().lean());
      assert.ok(!stored.includes(reader.cookie.split('=')[1] as string));
    });

    it('are not opened at the pages’ door', async () => {
      const id = reader.cookie.split('=')[1] as string;
      assert.equal(await findSession(id), undefined);
    });
  });

  it('tells each who they are and what there is to choose from', async () => {
    const { json, headers } = await reader.get<Me>('/me', { 'accept-language': 'it-IT' });
    const { formToken, choices, ...who } = json;
    assert.deepEqual(who, {
      name: 'Rosa Berg',
      email: 'rosa.berg@northwindtraders.com',
      mayAct: false,
      language: 'it',
    });
    assert.match(formToken, /^[\w-]{43}$/);
    assert.deepEqual(choices.languages, ['en', 'it']);
    assert.ok(choices.walks.includes('inviteUser'));
    assert.ok(choices.organizations.some(({ id }) => id === here.ids.contoso));
    assert.equal((await actor.get<Me>('/me')).json.mayAct, true);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'; sandbox");
    assert.equal(headers.get('access-control-allow-origin'), null);
  });

  describe('audit', () => {
    it('notes who looked at what before it is shown, and the same look once in ten minutes', async () => {
      here.still();
      await site.close();
      await open();
      for (let look = 0; look < 3; look++) assert.equal((await reader.get('/things/c1')).status, 200);
      await actor.get('/things/c1');
      await reader.get('/things/c2');
      await reader.get('/things/c2/around');
      here.later({ minutes: 10 });
      await reader.get('/things/c1');
      const entries = await AuditEntry.find({ channel: 'helpdesk' }).sort({ seq: 1 }).lean();
      assert.deepEqual(
        entries.map(({ action, who, conversation }) => [action, who, conversation]),
        [
          ['transcriptRead', operators.reader.email, 'c1'],
          ['transcriptRead', operators.actor.email, 'c1'],
          ['transcriptRead', operators.reader.email, 'c2'],
          ['searched', operators.reader.email, 'c2'],
          ['transcriptRead', operators.reader.email, 'c1'],
        ],
      );
    });

    it('shows nothing that a route forgot to note', async () => {
      for (const path of ['/unnoted/1', '/unnoted.csv']) {
        const { status, text, json } = await reader.get(path);
        assert.equal(status, 500, path);
        assert.equal(json.refused, 'failed');
        assert.ok(!text.includes(secret));
      }
    });

    it('notes an export before its first row', async () => {
      const { headers, text } = await reader.get('/things.csv');
      assert.equal(text, 'a\r\nb\r\n');
      assert.equal(headers.get('content-disposition'), 'attachment; filename="things.csv"');
      const [entry] = await AuditEntry.find({ action: 'exported' }).lean();
      assert.deepEqual(entry?.details, { rows: 2 });
    });
  });

  describe('acting', () => {
    it('takes what an operator with the role says', async () => {
      assert.equal((await actor.post('/things/7/say', { text: 'Hello' })).status, 200);
      assert.deepEqual(acted, [{ id: '7', text: 'Hello' }]);
    });

    it('is not for those who may only look, who stay signed in', async () => {
      const { status, json, headers } = await reader.post('/things/7/say', { text: 'Hello' });
      assert.deepEqual([status, json], [403, { refused: 'mayNot' }]);
      assert.deepEqual(headers.getSetCookie(), []);
      assert.deepEqual(acted, []);
    });

    it('takes nothing from other sites, without the token, or with another session’s', async () => {
      const say = (headers: Record<string, string>) => actor.post('/things/7/say', { text: 'Hello' }, headers);
      for (const [headers, refusal] of [
        [{ origin: 'https://evil.example' }, [403, 'mayNot']],
        [{ origin: 'null' }, [403, 'mayNot']],
        [{ 'sec-fetch-site': 'cross-site' }, [403, 'mayNot']],
        [{ 'sec-fetch-site': 'same-site' }, [403, 'mayNot']],
        [{ 'x-form-token': '' }, [409, 'signedInAnew']],
        [{ 'x-form-token': reader.formToken }, [409, 'signedInAnew']],
        [{ 'content-type': 'text/plain' }, [415, 'wrongInput']],
        [{ 'content-type': 'application/x-www-form-urlencoded' }, [415, 'wrongInput']],
        [{ 'content-type': 'application/json; charset=utf-16' }, [415, 'wrongInput']],
        [{ 'content-encoding': 'gzip' }, [415, 'wrongInput']],
      ] as const) {
        const { status, json } = await say(headers as Record<string, string>);
        assert.deepEqual([status, json.refused], refusal, JSON.stringify(headers));
      }
      assert.deepEqual(acted, []);
      assert.equal((await say({ origin: site.origin, 'sec-fetch-site': 'same-origin' })).status, 200);
    });

    it('lets no other site read or count anything', async () => {
      const { status, text } = await reader.get('/things/c9', { 'sec-fetch-site': 'cross-site' });
      assert.deepEqual([status, text], [403, '{"refused":"mayNot"}']);
      assert.equal(await AuditEntry.countDocuments({ conversation: 'c9' }), 0);
    });
  });

  describe('input', () => {
    it('is refused by the names of what is wrong', async () => {
      for (const [body, fields] of [
        [{}, ['text']],
        [{ text: 7 }, ['text']],
        [{ text: 'x', more: 1 }, ['more']],
        [{ text: 'x', __proto__: null, constructor: 1 }, ['constructor']],
      ] as const) {
        const { status, json } = await actor.post('/things/7/say', body);
        assert.deepEqual([status, json], [400, { refused: 'wrongInput', fields }], JSON.stringify(body));
      }
      assert.deepEqual((await reader.get('/plain?a=1&b=2')).json, { refused: 'wrongInput', fields: ['a', 'b'] });
      assert.deepEqual((await reader.get('/things/1?x=1&x=2')).json, { refused: 'wrongInput', fields: ['x'] });
      assert.deepEqual(acted, []);
    });

    it('says one thing in one place: nothing twice in a query, and nothing there of what is acted on', async () => {
      assert.deepEqual((await reader.get('/found?q=a')).json, { q: 'a' });
      assert.deepEqual((await reader.get('/found?q=a&q=b')).json, { refused: 'wrongInput', fields: ['q'] });
      assert.deepEqual((await actor.post('/things/7/touch?id=8')).json, { refused: 'wrongInput', fields: ['id'] });
      assert.deepEqual(acted, []);
    });

    it('takes the path’s word before the body’s', async () => {
      await actor.post('/things/7/say', { id: 'other', text: 'x' });
      assert.deepEqual(acted, [{ id: '7', text: 'x' }]);
    });

    it('is one JSON object under its limit', async () => {
      const send = async (body: string | Buffer) => {
        const headers = { 'content-type': 'application/json', 'x-form-token': actor.formToken };
        return (await actor.open('/things/7/say', { method: 'POST', body, headers })).status;
      };
      assert.equal(await send('[]'), 400);
      assert.equal(await send('null'), 400);
      assert.equal(await send('{"text":'), 400);
      assert.equal(await send(Buffer.from('{"text":"\xe8"}', 'latin1')), 400);
      assert.equal(await send('{"text":"\\ud800"}'.replace('\\ud800', String.fromCharCode(0xd800))), 200);
      assert.equal(await send(JSON.stringify({ text: 'x'.repeat(2_001) })), 413);
      assert.equal(acted.length, 1);
    });
  });

  it('limits acting and looking per operator', async () => {
    here.still();
    await site.close();
    const per = { minutes: 5 };
    const house = makeHouse({ limits: { actsPerOperator: { most: 3, per }, looksPerOperator: { most: 4, per } } });
    await open(house);
    const statuses = async (ask: () => Promise<{ status: number }>, times: number) => {
      const all: number[] = [];
      for (let time = 0; time < times; time++) all.push((await ask()).status);
      return all;
    };
    assert.deepEqual(await statuses(() => reader.post('/things/1/touch'), 4), [200, 200, 200, 429]);
    assert.deepEqual(await statuses(() => actor.post('/things/1/touch'), 1), [200]);
    assert.deepEqual(await statuses(() => reader.get('/things/1'), 5), [200, 200, 200, 200, 429]);
    assert.deepEqual(await statuses(() => reader.get('/plain'), 1), [200]);
    here.later({ minutes: 5 });
    assert.deepEqual(await statuses(() => reader.post('/things/1/touch'), 1), [200]);
  });

  it('limits acting per place that operators come from', async () => {
    here.still();
    await site.close();
    await open(makeHouse({ limits: { formsPerClient: { most: 3, per: { minutes: 5 } } } }));
    for (const operator of [reader, actor, reader]) assert.equal((await operator.post('/things/1/touch')).status, 200);
    assert.equal((await actor.post('/things/1/touch')).status, 429);
    here.later({ minutes: 5 });
    assert.equal((await actor.post('/things/1/touch')).status, 200);
  });

  it('gives a fault’s reference, and the log its cause', async () => {
    const { status, json, text } = await reader.get<{ refused: string; reference: string }>('/broken');
    assert.equal(status, 500);
    assert.equal(json.refused, 'failed');
    assert.match(json.reference, /^[0-9A-Z]{8}$/);
    assert.ok(!text.includes(secret));
    const logged = here.house.logged.filter(([level]) => level === 'error');
    assert.equal(logged.length, 1);
    const [, fields] = logged[0] as [string, Record<string, unknown>];
    assert.equal(fields.reference, json.reference);
    assert.equal(fields.route, '/helpdesk/api/broken');
  });

  it('passes a refusal on with its status', async () => {
    const { status, json } = await reader.get('/gone');
    assert.deepEqual([status, json], [404, { refused: 'notFound' }]);
  });

  describe('streams', () => {
    const read = async (browser: OperatorBrowser, headers: Record<string, string> = {}) => {
      const response = await browser.open('/watched', { headers });
      const chunks = (response.body as ReadableStream<Uint8Array>).getReader();
      return { response, chunks, first: new TextDecoder().decode((await chunks.read()).value) };
    };

    it('go on where the browser was', async () => {
      const { response, first, chunks } = await read(reader, { 'last-event-id': '17' });
      assert.equal(response.headers.get('content-type'), 'text/event-stream');
      assert.equal(first, 'data: after 17\n\n');
      await chunks.cancel();
      while (!acted.includes('gone')) await new Promise(setImmediate);
    });

    it('break off when the session ends, and keep none alive', async () => {
      let looks = 0;
      const stop = watchStore((call) => {
        if (call === 'operatorSessions.findOne') looks += 1;
      });
      const { chunks } = await read(reader);
      here.later({ minutes: 50 });
      // The first one may have begun before.
      for (const seen = looks; looks < seen + 3; ) await new Promise(setImmediate);
      stop();
      here.later({ minutes: 11 });
      await assert.rejects(async () => {
        while (!(await chunks.read()).done);
        throw new Error('The stream ended.');
      });
      while (!acted.includes('gone')) await new Promise(setImmediate);
    });
  });
});
