import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { DateTime } from 'luxon';
import { pino } from 'pino';
import restify, { type Server } from 'restify';
import { readBody } from '../../../../bot/readBody.ts';
import {
  fetchedCounter,
  inboxReadGauge,
  subscriptionGauge,
  unfetchedGauge,
} from '../../../../mail/incoming/fetch/figures.ts';
import { mountNotifications } from '../../../../mail/incoming/fetch/notificationRoutes.ts';
import { notificationSecret } from '../../../../mail/incoming/fetch/notificationSecret.ts';
import { InboxReading } from '../../../../models/inboxReading.ts';
import { IncomingMail } from '../../../../models/incomingMail.ts';
import { MailSubscription } from '../../../../models/mailSubscription.ts';
import { SandboxSubscription } from '../../../../sandbox/mailbox/sandboxSubscription.ts';
import { openTestStore, type TestStore } from '../../../models/testStore.ts';
import { clock, linkSecret, mailbox } from '../../mailTest.ts';
import { startTestGraph, step, type TestGraph } from '../../testGraph.ts';
import { openInbox, recordedSubjects, type TestInbox, writeTo } from './inboxTest.ts';

const secret = notificationSecret(linkSecret, mailbox);

describe('being told of new mail', () => {
  let store: TestStore;
  let graph: TestGraph;
  let server: Server;
  let base: string;
  let log: string[] = [];
  const open: TestInbox[] = [];
  let told: (() => void)[] = [];
  let count = 0;

  const inboxOf = (more: Parameters<typeof openInbox>[1] = {}) => {
    const inbox = openInbox(graph.baseUrl, { notificationBase: base, ...more });
    open.push(inbox);
    return inbox;
  };
  const wake = () => {
    count += 1;
    for (const inbox of open) inbox.wake();
    for (const tell of told.splice(0)) tell();
  };
  /** Resolves when so many notifications have been taken. */
  const taken = async (wanted: number) => {
    while (count < wanted) await new Promise<void>((resolve) => told.push(resolve));
  };
  const post = (
    path: string,
    body: unknown,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) =>
    fetch(`${base}${path}`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }).then(({ status }) => status);
  const subscription = async () => {
    const [one, ...others] = await SandboxSubscription.find().lean();
    assert.equal(others.length, 0, 'there is one subscription');
    return one;
  };
  const state = () => MailSubscription.findById(mailbox).lean();
  const asked = async () => (await InboxReading.findById(mailbox).lean())?.asked ?? 0;
  const notification = (more = {}) => ({
    value: [{ subscriptionId: 'any', clientState: secret, changeType: 'created', resource: 'x', ...more }],
  });

  before(async () => {
    store = await openTestStore();
    graph = await startTestGraph();
    server = restify.createServer();
    const lines = pino({}, { write: (line) => log.push(line) });
    mountNotifications(server, { mailbox, linkSecret, readBody, wake, log: lines });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(async () => {
    await store.clear();
    graph.reset();
    clock.set();
    log = [];
    told = [];
    count = 0;
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.stop()));
    clock.release();
    assert.deepEqual(graph.problems, [], 'requests are as Microsoft describes them');
    assert.ok(!log.join('').includes(secret));
  });
  after(async () => {
    server.server.closeAllConnections();
    server.close();
    await graph.close();
    await store.close();
  });

  describe('by a subscription', () => {
    it('made at the start, with both addresses, the secret and immutable ids', async () => {
      const inbox = inboxOf();
      await inbox.drain();
      const made = await subscription();
      assert.equal(made?.notificationUrl, `${base}/graph/notifications`);
      assert.equal(made?.lifecycleNotificationUrl, `${base}/graph/lifecycle`);
      assert.equal(made?.clientState, secret);
      assert.equal(made?.owner, mailbox);
      assert.equal(made?.immutable, true);
      assert.ok(DateTime.fromJSDate(made?.expiresAt ?? new Date(0)).diffNow('minutes').minutes <= 10_080);
      assert.equal((await state())?.graphId, made?._id);
      assert.ok(!JSON.stringify(await state()).includes(secret));
      assert.ok(!inbox.log.join('').includes(secret));
    });

    it('records a mail as soon as it is told, and once, however often it is told', async () => {
      const inbox = inboxOf();
      await inbox.drain();
      await writeTo('told');
      await taken(1);
      await inbox.drain();
      assert.deepEqual(await recordedSubjects(), ['told']);
      const again = notification({ resourceData: { id: (await IncomingMail.findOne().lean())?._id } });
      for (let time = 0; time < 3; time += 1) assert.equal(await post('/graph/notifications', again), 202);
      await inbox.drain();
      assert.deepEqual(await recordedSubjects(), ['told']);
      assert.equal(graph.requests.filter(step.source).length, 1);
    });

    it('records all of several mails that are told in whatever order', async () => {
      const inbox = inboxOf();
      await inbox.drain();
      await Promise.all(['1', '2', '3', '4', '5'].map((subject) => writeTo(subject)));
      await taken(5);
      await inbox.drain();
      assert.deepEqual(await recordedSubjects(), ['1', '2', '3', '4', '5']);
      assert.equal(graph.requests.filter(step.source).length, 5);
    });

    it('loses none that is told while the inbox is being read', async () => {
      const inbox = inboxOf();
      await inbox.drain();
      let release = (): void => undefined;
      const hold = new Promise<void>((resolve) => {
        release = resolve;
      });
      graph.misbehave(step.delta, { when: 'after', hold });
      const before = graph.requests.filter(step.delta).length;
      assert.equal(await post('/graph/notifications', notification()), 202);
      await graph.seen(step.delta, before + 1);
      await writeTo('meanwhile');
      await taken(2);
      release();
      await inbox.drain();
      assert.deepEqual(await recordedSubjects(), ['meanwhile']);
    });

    it('loses none that nobody told of', async () => {
      const inbox = inboxOf();
      await inbox.drain();
      await SandboxSubscription.deleteMany({});
      await writeTo('not told');
      clock.move({ minutes: 3 });
      await inbox.drain();
      assert.deepEqual(await recordedSubjects(), ['not told']);
    });

    it('renewed halfway, by one of several processes', async () => {
      const inboxes = [inboxOf(), inboxOf(), inboxOf()];
      await Promise.all(inboxes.map((inbox) => inbox.drain()));
      const first = await subscription();
      assert.equal(graph.requests.filter(step.subscribe).length, 1);
      clock.move({ days: 2, hours: 23 });
      await Promise.all(inboxes.map((inbox) => inbox.drain()));
      assert.equal(graph.requests.filter(step.renew).length, 0);
      clock.move({ hours: 1 });
      await Promise.all(inboxes.map((inbox) => inbox.drain()));
      const renewed = await subscription();
      assert.equal(graph.requests.filter(step.renew).length, 1);
      assert.equal(renewed?._id, first?._id);
      assert.equal((renewed?.expiresAt.getTime() ?? 0) - (first?.expiresAt.getTime() ?? 0), 3 * 24 * 60 * 60 * 1000);
      assert.equal((await state())?.expiresAt?.getTime(), renewed?.expiresAt.getTime());
    });

    it('made anew when everybody slept for weeks, and then reads what came in', async () => {
      const inbox = inboxOf();
      await inbox.drain();
      const { _id } = (await subscription()) ?? {};
      await inbox.stop();
      await SandboxSubscription.deleteMany({});
      clock.move({ weeks: 3 });
      await writeTo('while asleep');
      const next = inboxOf();
      await next.drain();
      assert.notEqual((await subscription())?._id, _id);
      assert.deepEqual(await recordedSubjects(), ['while asleep']);
    });

    it('made again, without a double, when nobody knows that it was made', async () => {
      graph.misbehave(step.subscribe, { when: 'after', status: 504 });
      const inbox = inboxOf();
      await inbox.drain();
      const lost = await subscription();
      clock.move({ minutes: 2 });
      await inbox.drain();
      const made = await subscription();
      assert.notEqual(made?._id, lost?._id);
      assert.equal((await state())?.graphId, made?._id);
    });

    it('made again when the secret or the address has changed', async () => {
      await inboxOf().drain();
      await open.splice(0)[0]?.stop();
      const linkSecretNow = 'another secret that has at least 32 characters';
      await inboxOf({ linkSecret: linkSecretNow }).drain();
      assert.equal((await subscription())?.clientState, notificationSecret(linkSecretNow, mailbox));
      await open.splice(0)[0]?.stop();
      await inboxOf({ linkSecret: linkSecretNow, notificationBase: base.replace('127.0.0.1', 'localhost') }).drain();
      assert.match((await subscription())?.notificationUrl ?? '', /localhost/);
      assert.equal(graph.requests.filter(step.subscribe).length, 3);
      await open.splice(0)[0]?.stop();
      await inboxOf({ linkSecret: linkSecretNow, notificationBase: base.replace('127.0.0.1', 'localhost') }).drain();
      assert.equal(graph.requests.filter(step.subscribe).length, 3);
    });

    it('tried again with growing pauses when Graph refuses it, while mail is found by asking', async () => {
      graph.misbehave(step.subscribe, { when: 'before', status: 403 }, 1000);
      const inbox = inboxOf();
      await inbox.drain();
      await writeTo('found by asking');
      for (let minute = 0; minute < 60; minute += 1) {
        clock.move({ minutes: 1 });
        await inbox.drain();
      }
      assert.deepEqual(await recordedSubjects(), ['found by asking']);
      assert.ok(graph.requests.filter(step.subscribe).length < 10);
      graph.behave();
      clock.move({ hours: 1 });
      await inbox.drain();
      assert.ok(await subscription());
    });

    it('made without ending those that the same app has for others', async () => {
      const other = {
        _id: 'other',
        owner: 'sales@contoso.com',
        resource: "users/sales@contoso.com/mailFolders('inbox')/messages",
        notificationUrl: 'https://crm.contoso.com/notifications',
        immutable: false,
        expiresAt: DateTime.now().plus({ days: 1 }).toJSDate(),
      };
      await SandboxSubscription.create(other);
      await inboxOf().drain();
      const ids = (await SandboxSubscription.find().lean()).map(({ _id }) => _id);
      assert.deepEqual(ids.sort(), ['other', (await state())?.graphId].sort());
    });

    it('not made when it is not wanted', async () => {
      await inboxOf({ notificationBase: undefined }).drain();
      assert.equal(await subscription(), undefined);
    });
  });

  describe('of what becomes of the subscription', () => {
    it('reauthorizationRequired: is authorized anew', async () => {
      const inbox = inboxOf();
      await inbox.drain();
      clock.move({ hours: 1 });
      await graph.notifier.lifecycle(mailbox, 'reauthorizationRequired');
      await inbox.drain();
      assert.equal(graph.requests.filter(step.renew).length, 1);
      assert.ok((await subscription())?.expiresAt);
    });

    it('subscriptionRemoved: is made again, and the inbox is read', async () => {
      const inbox = inboxOf();
      await inbox.drain();
      const old = await subscription();
      await SandboxSubscription.updateMany({}, { $set: { notificationUrl: `${base}/nowhere` } });
      await writeTo('in between');
      await graph.notifier.lifecycle(mailbox, 'subscriptionRemoved');
      await inbox.drain();
      assert.deepEqual(await recordedSubjects(), ['in between']);
      const made = await subscription();
      assert.notEqual(made?._id, old?._id);
      assert.equal((await state())?.graphId, made?._id);
      await writeTo('told again');
      await taken(2);
      await inbox.drain();
      assert.deepEqual(await recordedSubjects(), ['in between', 'told again']);
    });

    it('subscriptionRemoved of one that was replaced already: nothing is made', async () => {
      const inbox = inboxOf();
      await inbox.drain();
      const body = notification({ subscriptionId: 'an old one', lifecycleEvent: 'subscriptionRemoved' });
      assert.equal(await post('/graph/lifecycle', body), 202);
      await inbox.drain();
      assert.equal(graph.requests.filter(step.subscribe).length, 1);
    });

    it('missed: the inbox is read', async () => {
      const inbox = inboxOf();
      await inbox.drain();
      await SandboxSubscription.updateMany({}, { $set: { notificationUrl: `${base}/nowhere` } });
      await writeTo('missed');
      await graph.notifier.lifecycle(mailbox, 'missed');
      await inbox.drain();
      assert.deepEqual(await recordedSubjects(), ['missed']);
    });
  });

  describe('at its door', () => {
    for (const path of ['/graph/notifications', '/graph/lifecycle']) {
      it(`shakes hands at ${path} with the decoded token as text`, async () => {
        const answer = await fetch(`${base}${path}?validationToken=Validation%3a+a%2Bb+%3Cscript%3E`, {
          method: 'POST',
        });
        assert.equal(answer.status, 200);
        assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/);
        assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
        assert.equal(await answer.text(), 'Validation: a+b <script>');
      });

      it(`refuses at ${path} a token that is none`, async () => {
        for (const token of ['', 'x'.repeat(1025), 'a%0d%0ab', '%00', '%7f']) {
          assert.equal((await fetch(`${base}${path}?validationToken=${token}`, { method: 'POST' })).status, 400);
        }
      });

      it(`refuses at ${path} what does not carry the secret, and nothing happens`, async () => {
        await inboxOf().drain();
        const before = await asked();
        const { graphId = '' } = (await state()) ?? {};
        const ofAnother = notificationSecret(linkSecret, 'sales@contoso.com');
        for (const clientState of [
          ...[undefined, null, '', 'x', `${secret}x`, secret.slice(1), secret.toUpperCase()],
          ofAnother,
        ]) {
          const body = notification({ clientState, subscriptionId: graphId, lifecycleEvent: 'subscriptionRemoved' });
          assert.equal(await post(path, body), 403);
        }
        assert.equal(await asked(), before);
        assert.equal((await state())?.graphId, graphId);
        assert.equal(count, 0);
        assert.ok(log.length > 0);
      });

      for (const [what, body, status] of [
        ['no JSON', 'x', 400],
        ['an array', [], 400],
        ['nothing in it', { value: [] }, 400],
        ['no bundle', { value: { clientState: secret } }, 400],
        ['an event that does not exist', notification({ lifecycleEvent: 'exploded' }), 400],
        ['no subscription', { value: [{ clientState: secret }] }, 400],
        ['a secret of a thousand characters', notification({ clientState: 'x'.repeat(1000) }), 400],
        ['more than a thousand', { value: Array(1001).fill(notification().value[0]) }, 400],
        ['more than 256 KB', { ...notification(), more: 'x'.repeat(300_000) }, 413],
      ] as [string, unknown, number][]) {
        it(`refuses at ${path} ${what}`, async () => {
          // It may close the connection before it has read all.
          const answer = await post(path, body).catch(() => status);
          assert.equal(answer, status);
          assert.equal(await asked(), 0);
        });
      }

      it(`refuses at ${path} what is not JSON by its type, or compressed`, async () => {
        assert.equal(await post(path, notification(), { 'content-type': 'text/plain' }), 415);
        const gzip = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
        assert.equal(await post(path, notification(), gzip), 415);
        assert.equal(await asked(), 0);
      });
    }

    it('takes of a bundle what carries the secret, and nothing else', async () => {
      await inboxOf().drain();
      const { graphId = '' } = (await state()) ?? {};
      const before = await asked();
      const removed = { subscriptionId: graphId, lifecycleEvent: 'subscriptionRemoved' };
      const foreign = notification({ ...removed, clientState: 'x' }).value;
      assert.equal(await post('/graph/lifecycle', { value: [...foreign, ...notification().value] }), 202);
      assert.equal(await asked(), before + 1);
      assert.equal((await state())?.graphId, graphId);
    });

    it('has written down what it was told before it says so, though nobody is there to read', async () => {
      assert.equal(await post('/graph/notifications', notification()), 202);
      const reading = await InboxReading.findById(mailbox).lean();
      assert.equal(reading?.dueAt.getTime(), clock.at);
      await writeTo('a mail');
      await inboxOf({ notificationBase: undefined }).drain();
      assert.deepEqual(await recordedSubjects(), ['a mail']);
    });

    it('asks to be told again when it cannot be written down', async () => {
      const write = InboxReading.updateOne;
      InboxReading.updateOne = (() => {
        throw new Error('The store is gone');
      }) as never;
      try {
        assert.equal(await post('/graph/notifications', notification()), 503);
      } finally {
        InboxReading.updateOne = write;
      }
      assert.equal(count, 0);
    });
  });

  it('shows in the figures what was fetched, when the inbox was read and when the subscription ends', async () => {
    fetchedCounter.reset();
    await writeTo('a mail');
    await inboxOf().drain();
    assert.deepEqual(
      (await fetchedCounter.get()).values.map(({ labels, value }) => [labels.outcome, value]),
      [['recorded', 1]],
    );
    assert.equal((await inboxReadGauge.get()).values[0]?.value, clock.at / 1000);
    assert.equal((await unfetchedGauge.get()).values[0]?.value, 0);
    const ends = (await subscription())?.expiresAt.getTime() ?? 0;
    assert.equal((await subscriptionGauge.get()).values[0]?.value, ends / 1000);
  });
});
