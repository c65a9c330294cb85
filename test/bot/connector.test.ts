import assert from 'node:assert/strict';
import { Settings } from 'luxon';
import { Connector } from '../../bot/connector.ts';
import { ConnectorRefusal } from '../../bot/connectorRefusal.ts';
import { SendingPace } from '../../bot/sendingPace.ts';
import { type FakeConnector, startFakeConnector } from './fakeConnector.ts';

describe('sending to the Bot Connector', () => {
  let fake: FakeConnector;
  let pauses: number[];
  let connector: Connector;
  before(async () => {
    fake = await startFakeConnector();
  });
  after(async () => await fake.close());
  beforeEach(() => {
    pauses = [];
    fake.misbehave = undefined;
    connector = new Connector({
      token: async () => undefined,
      random: () => 0.5,
      pause: async (milliseconds) => void pauses.push(milliseconds),
    });
  });
  afterEach(() => connector.close());

  for (const status of [412, 429, 502, 503, 504]) {
    it(`tries again after ${status}, with growing pauses`, async () => {
      let left = 3;
      fake.misbehave = () => (left-- > 0 ? { status } : undefined);
      assert.match((await connector.send(fake.url, 'a:1', undefined, '{}')) ?? '', /^out-/);
      assert.deepEqual(pauses, [300, 600, 1_200]);
    });
  }

  it('waits as long as it is asked to', async () => {
    let left = 1;
    fake.misbehave = () => (left-- > 0 ? { status: 429, headers: { 'retry-after': '7' } } : undefined);
    await connector.send(fake.url, 'a:1', undefined, '{}');
    assert.deepEqual(pauses, [7_000]);
  });

  for (const status of [400, 403, 404, 413]) {
    it(`does not try again after ${status}`, async () => {
      fake.misbehave = () => ({ status });
      await assert.rejects(
        connector.send(fake.url, 'a:1', 'x', '{}'),
        (fault: ConnectorRefusal) => fault.status === status,
      );
      assert.deepEqual(pauses, []);
    });
  }

  it('gives up in the end', async () => {
    fake.misbehave = () => ({ status: 502 });
    await assert.rejects(connector.send(fake.url, 'a:1', undefined, '{}'), ConnectorRefusal);
    assert.equal(pauses.length, 5);
  });

  it('tries again when nobody listens', async () => {
    const gone = await startFakeConnector();
    await gone.close();
    await assert.rejects(connector.send(gone.url, 'a:1', undefined, '{}'), /ECONNREFUSED/);
    assert.equal(pauses.length, 5);
  });

  it('tries nothing again once Usher is being stopped, and ends the pause that it is in', async () => {
    let paused: () => void = () => undefined;
    const inPause = new Promise<void>((resolve) => {
      paused = resolve;
    });
    const ending = new Connector({
      token: async () => undefined,
      pause: () => {
        paused();
        return new Promise(() => undefined);
      },
    });
    let asked = 0;
    fake.misbehave = () => {
      asked += 1;
      return { status: 412 };
    };
    const sending = assert.rejects(
      ending.send(fake.url, 'a:1', undefined, '{}'),
      // 412 would be for good: the message would not be tried again after the next start.
      (fault: Error) => !(fault instanceof ConnectorRefusal),
    );
    await inPause;
    ending.tryNothingAgain();
    await sending;
    assert.equal(asked, 2);
    ending.close();
  });

  it('names conversations and activities safely in the address', async () => {
    const conversation = '19:a/b?c#d@thread.v2;messageid=1';
    await connector.send(`${fake.url}`.replace(/\/$/, ''), conversation, 'x/../y', '{}');
    assert.equal(fake.calls.at(-1)?.conversation, conversation);
  });
});

describe('the pace that Teams takes', () => {
  afterEach(() => {
    Settings.now = () => Date.now();
  });

  it('7 in a second, 8 in two, 60 in half a minute, per conversation', () => {
    Settings.now = () => 1_000_000;
    const pace = new SendingPace();
    const at = Array.from({ length: 100 }, () => pace.take('a:1'));
    const mostWithin = (window: number) =>
      Math.max(...at.map((from) => at.filter((time) => time >= from && time < from + window).length));
    assert.equal(mostWithin(1_000), 7);
    assert.equal(mostWithin(2_000), 8);
    assert.ok(mostWithin(30_000) <= 60);
    assert.equal(pace.take('a:2'), 0);
  });
});
