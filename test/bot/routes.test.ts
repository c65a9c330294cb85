import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { Turn, Walks } from '../../dialogs/turn.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { activityOf, usher } from './activities.ts';
import { startTestBot, type TestBot } from './botTest.ts';

const giulia = { email: 'giulia.romano@contoso.com', firstName: 'Giulia', lastName: 'Romano' };

describe('POST /api/messages', () => {
  let store: TestStore;
  let bot: TestBot;
  let inputs: Turn['input'][];
  const walks: Walks = {
    async onTurn(turn) {
      inputs.push(turn.input);
      turn.say({
        card: { type: 'AdaptiveCard', version: '1.5', body: [] },
        summary: 'done',
        replaces: { activityId: 'card-1' },
      });
    },
  };

  before(async () => {
    store = await openTestStore();
    bot = await startTestBot({ walks });
    // So that the roster knows her.
    bot.as(giulia);
  });
  after(async () => {
    await bot.stop();
    await store.close();
  });
  beforeEach(() => {
    inputs = [];
  });

  const activity = (more: Record<string, unknown>) => activityOf(giulia, 'a:door', bot.connector, more);
  const refusals: [string, string, Record<string, string>, number, RegExp][] = [
    ['an array', '[]', {}, 400, /one activity/],
    ['no JSON', '{"type":', {}, 400, /not valid JSON/],
    ['nothing', '', {}, 400, /not valid JSON/],
    ['no type', '{}', {}, 400, /no type/],
    ['a type that is no text', '{"type":5}', {}, 400, /no type/],
    [
      'no conversation',
      '{"type":"message","channelId":"msteams","serviceUrl":"http://localhost/","from":{"id":"x"}}',
      {},
      400,
      /conversation/,
    ],
    [
      'entities that are none',
      '{"type":"message","channelId":"msteams","serviceUrl":"http://localhost/","from":{"id":"x"},"conversation":{"id":"c"},"entities":[null]}',
      {},
      400,
      /entities/,
    ],
    ['another content type', '{"type":"message"}', { 'content-type': 'text/plain' }, 415, /application\/json/],
    ['a compressed body', '{"type":"message"}', { 'content-encoding': 'gzip' }, 415, /compressed/],
    ['too much', `{"type":"${'x'.repeat(2_100_000)}"}`, {}, 413, /larger/],
  ];
  for (const [what, body, headers, status, sentence] of refusals) {
    it(`refuses ${what} with a sentence`, async () => {
      const answer = await bot.post(body, headers);
      assert.equal(answer.status, status);
      assert.match(answer.body.error, sentence);
    });
  }

  for (const serviceUrl of [
    'https://evil.example/',
    'http://10.0.0.1/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'ftp://localhost/',
    'file:///etc/passwd',
    'http://127.0.0.1@evil.example/',
  ]) {
    it(`does not talk to ${serviceUrl} in local mode`, async () => {
      const answer = await bot.post(JSON.stringify(activity({ serviceUrl })));
      assert.equal(answer.status, 403);
      assert.deepEqual(inputs, []);
    });
  }

  it('does not let a page of another site in, under whatever name it points here', async () => {
    for (const headers of [
      { host: 'evil.example' },
      { host: '127.0.0.1.evil.example' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ] as Record<string, string>[]) {
      assert.equal((await bot.post(JSON.stringify(activity({ text: 'hi' })), headers)).status, 403);
    }
  });

  it('answers HEAD, by which Agents Playground looks whether anybody is there', async () => {
    const status = await new Promise((resolve, reject) => {
      request({ port: bot.port, host: '127.0.0.1', path: '/api/messages', method: 'HEAD' }, (response) =>
        resolve(response.statusCode),
      )
        .on('error', reject)
        .end();
    });
    assert.equal(status, 200);
  });

  it('answers 501 to an invoke that it does not know', async () => {
    assert.equal((await bot.post(JSON.stringify(activity({ type: 'invoke', name: 'task/fetch' })))).status, 501);
  });

  for (const type of [
    'messageReaction',
    'typing',
    'event',
    'messageUpdate',
    'messageDelete',
    'endOfConversation',
    'whatever',
  ]) {
    it(`takes ${type} and does nothing`, async () => {
      assert.equal((await bot.post(JSON.stringify(activity({ type })))).status, 200);
      assert.deepEqual(inputs, []);
    });
  }

  const deep: Record<string, unknown> = {};
  let inner = deep;
  for (let depth = 0; depth < 10; depth += 1) {
    inner.next = {};
    inner = inner.next as Record<string, unknown>;
  }
  const values: [string, unknown][] = [
    ['text', 'text'],
    ['an array', [{ a: 1 }]],
    ['a number', 7],
    ['too many characters', { text: 'x'.repeat(400_000) }],
    ['too deep an object', deep],
    ['too many fields', Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`f${index}`, '']))],
    ['a field that is no field', JSON.parse('{"__proto__":{"admin":true}}')],
  ];
  for (const [what, value] of values) {
    it(`refuses ${what} as a submitted value`, async () => {
      assert.equal((await bot.post(JSON.stringify(activity({ value })))).status, 400);
      assert.deepEqual(inputs, []);
    });
  }

  it('hands on a submitted value with the card that it came from', async () => {
    await bot.post(JSON.stringify(activity({ value: { a: '1' }, replyToId: 'card-9' })));
    assert.deepEqual(inputs, [{ kind: 'submit', value: { a: '1' }, cardActivityId: 'card-9' }]);
  });

  it('answers Action.Execute with the card that takes the place of the pressed one', async () => {
    const before = bot.connector.calls.length;
    const execute = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'card-1',
      value: { action: { type: 'Action.Execute', verb: 'x', data: { a: '1' } } },
    };
    const answer = await bot.post(JSON.stringify(activity(execute)));
    assert.deepEqual(inputs, [{ kind: 'submit', value: { a: '1' }, cardActivityId: 'card-1' }]);
    assert.deepEqual(answer.body, {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', version: '1.5', body: [] },
    });
    assert.equal(bot.connector.calls.length, before);
  });

  it('sends the summary instead of a card that is heavier than Teams takes', async () => {
    const faults: unknown[] = [];
    const heavy = await startTestBot({
      connector: bot.connector,
      log: { info() {}, warn() {}, error: (facts: unknown) => void faults.push(facts) } as never,
      walks: {
        onTurn: async (turn) =>
          turn.say({ card: { type: 'AdaptiveCard', body: ['x'.repeat(29_000)] }, summary: 'a lot' }),
      },
    });
    const [reply] = await heavy.as(giulia).says('hi');
    assert.deepEqual([reply?.text, reply?.card], ['a lot', undefined]);
    assert.equal(faults.length, 1);
    await heavy.stop();
  });

  it('reads a file that comes with a message', async () => {
    const chat = bot.as(giulia);
    await chat.sendsFile('people.csv', '\ufeffname;città\r\n');
    await chat.sendsFile('people.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
    await chat.sendsFile('big.csv', 'x'.repeat(1_000_001));
    const from = (contentUrl: string) => ({ attachments: [{ contentType: 'text/csv', name: 'a.csv', contentUrl }] });
    await chat.posts(from('http://169.254.169.254/latest/meta-data'));
    await chat.posts(from('file:///etc/passwd'));
    assert.deepEqual(inputs, [
      { kind: 'file', name: 'people.csv', text: 'name;città\r\n' },
      { kind: 'unreadableFile', name: 'people.xlsx', problem: 'notText' },
      { kind: 'unreadableFile', name: 'big.csv', problem: 'tooLarge' },
      { kind: 'unreadableFile', name: 'a.csv', problem: 'unreachable' },
      { kind: 'unreadableFile', name: 'a.csv', problem: 'unreachable' },
    ]);
  });

  it('takes the text of a message whose attachment is the message itself again', async () => {
    await bot.as(giulia).says('ciao', { attachments: [{ contentType: 'text/html', content: '<div>ciao</div>' }] });
    assert.deepEqual(inputs, [{ kind: 'text', text: 'ciao' }]);
  });

  it('takes the mention of Usher out of the text', async () => {
    const mention = { type: 'mention', text: '<at>Usher</at>', mentioned: usher };
    await bot.as(giulia).says('<at>Usher</at>\u00a0ciao', { entities: [mention] });
    assert.deepEqual(inputs, [{ kind: 'text', text: 'ciao' }]);
  });
});
