import assert from 'node:assert/strict';
import { folderNames } from '../../../../mail/incoming/fetch/folderNames.ts';
import type { Inbox } from '../../../../mail/incoming/fetch/inboxOptions.ts';
import { recordSource } from '../../../../mail/incoming/fetch/recordSource.ts';
import { MailboxTraffic } from '../../../../mail/mailboxTraffic.ts';
import { InboxReading } from '../../../../models/inboxReading.ts';
import { IncomingMail, incomingMailKinds } from '../../../../models/incomingMail.ts';
import { OutgoingMail } from '../../../../models/outgoingMail.ts';
import { SandboxFolder } from '../../../../sandbox/mailbox/sandboxFolder.ts';
import { SandboxMail } from '../../../../sandbox/mailbox/sandboxMail.ts';
import { openTestStore, type TestStore } from '../../../models/testStore.ts';
import { clock, mailbox, openOutbox, recordInvitation } from '../../mailTest.ts';
import { type Misbehaviour, startTestGraph, step, type TestGraph } from '../../testGraph.ts';
import { openInbox, recordedSubjects, sourceOf, writeTo } from './inboxTest.ts';

describe('the inbox', () => {
  let store: TestStore;
  let graph: TestGraph;
  const open: { stop(): Promise<void> }[] = [];
  const inboxOf = (more: Parameters<typeof openInbox>[1] = {}) => {
    const inbox = openInbox(graph.baseUrl, more);
    open.push(inbox);
    return inbox;
  };
  const idOf = async (subject: string) => `${(await SandboxMail.findOne({ subject }).lean())?._id}~0`;
  const folderOf = async (subject: string) => {
    const folder = (await SandboxMail.findOne({ subject }).lean())?.deliveredTo[0]?.folder;
    return (await SandboxFolder.findById(folder).lean())?.displayName;
  };
  /** Drains and moves the clock until nothing waits to be fetched. */
  const untilFetched = async (inbox: Inbox) => {
    for (let round = 0; round < 300; round += 1) {
      await inbox.drain();
      const reading = await InboxReading.findById(mailbox).lean();
      if (reading?.faults === 0 && (await IncomingMail.countDocuments({ state: 'found' })) === 0) return;
      clock.move({ minutes: 5 });
    }
    throw new Error('The inbox is still not fetched');
  };

  before(async () => {
    store = await openTestStore();
    graph = await startTestGraph();
  });
  beforeEach(async () => {
    await store.clear();
    graph.reset();
    clock.set();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.stop()));
    clock.release();
    assert.deepEqual(graph.problems, [], 'requests are as Microsoft describes them');
  });
  after(async () => {
    await graph.close();
    await store.close();
  });

  it('records what lies there at the start, with its source, under its immutable id', async () => {
    await writeTo('first');
    await writeTo('for another', 'lena.vogel@contoso.com');
    const inbox = inboxOf();
    await inbox.drain();
    const [mail, ...others] = await IncomingMail.find();
    assert.equal(others.length, 0);
    assert.equal(mail?._id, await idOf('first'));
    assert.equal(mail?.state, 'recorded');
    assert.equal(mail?.receivedAt.getTime(), clock.at);
    assert.equal(mail?.dueAt?.getTime(), clock.at);
    assert.equal(mail?.fetchAt, undefined);
    assert.match(await sourceOf(mail?._id), /^Subject: first\r$/m);
    assert.equal(inbox.recorded, 1);
    for (const { headers } of graph.requests) {
      assert.match(String(headers.prefer), /^IdType="ImmutableId"/);
      assert.equal(headers.authorization, 'Bearer token-of-tests');
    }
  });

  it('finds without any notification what came in, after a few minutes', async () => {
    const inbox = inboxOf();
    await inbox.drain();
    await writeTo('came later');
    clock.move({ minutes: 2, seconds: 59 });
    await inbox.drain();
    assert.deepEqual(await recordedSubjects(), []);
    clock.move({ seconds: 1 });
    await inbox.drain();
    assert.deepEqual(await recordedSubjects(), ['came later']);
  });

  it('is stopped without a word about a request that this cuts off, and looks again at the next start', async () => {
    let cut = (): void => undefined;
    const hold = new Promise<void>((resolve) => {
      cut = resolve;
    });
    graph.misbehave(step.delta, { when: 'before', hold, reset: true });
    const inbox = inboxOf();
    await graph.seen(step.delta);
    const stopped = inbox.stop();
    cut();
    await stopped;
    assert.deepEqual(inbox.log, []);
    const reading = await InboxReading.findById(mailbox).lean();
    assert.equal(reading?.faults, 0);
    assert.equal(reading?.lease, undefined);
    assert.equal(reading?.dueAt.getTime(), clock.at);
  });

  it('goes on with the link as Graph gave it, and fetches nothing twice', async () => {
    for (const subject of ['1', '2', '3', '4', '5']) await writeTo(subject);
    const inbox = inboxOf({ pageSize: 2 });
    await inbox.drain();
    await writeTo('6');
    clock.move({ minutes: 3 });
    await inbox.drain();
    assert.deepEqual(await recordedSubjects(), ['1', '2', '3', '4', '5', '6']);
    assert.equal(graph.requests.filter(step.source).length, 6);
    const asked = graph.requests.filter(step.delta).map(({ query }) => [...query.keys()].join());
    assert.deepEqual(asked, ['$select,changeType', '$skiptoken', '$skiptoken', '$deltatoken']);
  });

  it('begins anew when the link is gone, and loses and doubles nothing', async () => {
    await writeTo('before');
    const inbox = inboxOf();
    await inbox.drain();
    await writeTo('after');
    for (const how of [
      { status: 410, code: 'SyncStateNotFound' },
      { status: 404, code: 'ErrorSyncStateNotFound' },
    ]) {
      graph.misbehave(step.delta, { when: 'before', ...how });
      clock.move({ minutes: 3 });
      await inbox.drain();
      assert.deepEqual(await recordedSubjects(), ['after', 'before']);
    }
    assert.equal(graph.requests.filter(step.source).length, 2);
    assert.equal(graph.requests.filter(({ query }) => query.has('changeType')).length, 3);
  });

  it('begins anew when the link is of another Graph, and sends it nothing', async () => {
    await writeTo('a mail');
    const inbox = inboxOf();
    await inbox.drain();
    const elsewhere = 'http://127.0.0.1:9/v1.0/users/x/mailFolders/inbox/messages/delta?$deltatoken=x';
    await InboxReading.updateOne({ _id: mailbox }, { $set: { link: elsewhere } });
    clock.move({ minutes: 3 });
    await inbox.drain();
    assert.deepEqual(await recordedSubjects(), ['a mail']);
    assert.ok((await InboxReading.findById(mailbox).lean())?.link?.startsWith(graph.baseUrl));
  });

  describe('records each mail once, whatever Graph does:', () => {
    const faults: [string, Misbehaviour][] = [
      ['429 with seconds', { when: 'before', status: 429, headers: { 'retry-after': '30' } }],
      ['429 without a word', { when: 'before', status: 429 }],
      ['503', { when: 'before', status: 503, headers: { 'retry-after': '10' } }],
      ['504 that was carried out', { when: 'after', status: 504 }],
      ['500', { when: 'before', status: 500 }],
      ['a lost connection', { when: 'after', reset: true }],
      ['401', { when: 'before', status: 401 }],
      ['an empty answer', { when: 'before', status: 200 }],
      ['400', { when: 'before', status: 400 }],
    ];
    for (const [what, how] of faults) {
      for (const where of ['delta', 'source'] as const) {
        // An empty answer to `$value` is a mail without content.
        if (where === 'source' && 'status' in how && how.status === 200) continue;
        it(`${what} to ${where}`, async () => {
          for (const subject of ['1', '2', '3']) await writeTo(subject);
          graph.misbehave(step[where], how, 2);
          const inbox = inboxOf({ pageSize: 2 });
          await untilFetched(inbox);
          assert.deepEqual(await recordedSubjects(), ['1', '2', '3']);
          assert.equal(await IncomingMail.countDocuments(), 3);
          assert.ok(inbox.log.length > 0);
          assert.ok(!inbox.log.join('').includes('token-of-tests'));
        });
      }
    }

    it('waits as long as Graph asks, with everything that concerns the mailbox', async () => {
      await writeTo('a mail');
      const traffic = new MailboxTraffic();
      graph.misbehave(step.delta, { when: 'before', status: 429, headers: { 'retry-after': '60' } });
      const inbox = inboxOf({ traffic });
      await inbox.drain();
      const id = await recordInvitation('giulia.romano@contoso.com');
      const outbox = openOutbox(graph.baseUrl, { traffic });
      open.push(outbox);
      await outbox.drain();
      clock.move({ seconds: 59 });
      await Promise.all([inbox.drain(), outbox.drain()]);
      assert.equal(graph.requests.length, 1);
      clock.move({ seconds: 1 });
      await Promise.all([inbox.drain(), outbox.drain()]);
      assert.equal((await OutgoingMail.findById(id).lean())?.state, 'sent');
      await untilFetched(inbox);
      assert.deepEqual(await recordedSubjects(), ['a mail']);
    });

    it('makes four requests at a time, together with the outbox', async () => {
      const traffic = new MailboxTraffic();
      for (let at = 0; at < 12; at += 1) {
        await writeTo(`mail ${at}`);
        await recordInvitation(`person${at}@contoso.com`);
      }
      // All that come in before the gate opens pile up.
      let release = (): void => undefined;
      const hold = new Promise<void>((resolve) => {
        release = resolve;
      });
      graph.misbehave(step.any, { when: 'before', hold }, 4);
      const inbox = inboxOf({ traffic });
      const outbox = openOutbox(graph.baseUrl, { traffic });
      open.push(outbox);
      await graph.seen(step.any, 4);
      release();
      await Promise.all([inbox.drain(), outbox.drain()]);
      assert.equal(graph.mostAtOnce, 4);
      assert.equal((await recordedSubjects()).length, 12);
      assert.equal(await OutgoingMail.countDocuments({ state: 'sent' }), 12);
    });
  });

  describe('when a mail cannot be fetched', () => {
    it('keeps one that is too large, without its source, and does not read it to its end', async () => {
      await writeTo('large', mailbox, 'x'.repeat(200_000));
      await writeTo('small');
      const inbox = inboxOf();
      await inbox.drain();
      assert.deepEqual(await recordedSubjects(), ['small', 'without source']);
      const large = await IncomingMail.findById(await idOf('large')).lean();
      assert.equal(await sourceOf(large?._id), '');
      assert.equal(large?.dueAt?.getTime(), clock.at);
      assert.equal(inbox.recorded, 2);
    });

    it('takes one that is exactly as large as it may be', async () => {
      await writeTo('fits');
      const answer = await fetch(`${graph.baseUrl}/v1.0/users/${mailbox}/messages/${await idOf('fits')}/$value`);
      const size = (await answer.arrayBuffer()).byteLength;
      await inboxOf({ largestMail: size }).drain();
      assert.deepEqual(await recordedSubjects(), ['fits']);
    });

    it('does not let it keep back the others, and gives it up in the end', async () => {
      await writeTo('poison');
      await writeTo('after it');
      const poison = await idOf('poison');
      const fits = (request: Parameters<typeof step.source>[0]) =>
        step.source(request) && request.path.includes(poison);
      graph.misbehave(fits, { when: 'before', status: 500, code: 'ErrorMimeContentConversionFailed' }, 1000);
      const inbox = inboxOf();
      await inbox.drain();
      assert.deepEqual(await recordedSubjects(), ['after it']);
      clock.move({ days: 2 });
      await inbox.drain();
      assert.equal((await IncomingMail.findById(poison).lean())?.state, 'found');
      await untilFetched(inbox);
      const mail = await IncomingMail.findById(poison).lean();
      assert.equal(mail?.state, 'recorded');
      assert.equal(await sourceOf(mail?._id), '');
      assert.match(mail?.lastFault ?? '', /ErrorMimeContentConversionFailed/);
      assert.ok(clock.at - (mail?.receivedAt.getTime() ?? 0) >= 3 * 24 * 60 * 60 * 1000);
    });

    it('asks several times for one that lay there for days', async () => {
      await writeTo('old');
      clock.move({ days: 4 });
      graph.misbehave(step.source, { when: 'before', status: 500 }, 3);
      await untilFetched(inboxOf());
      assert.deepEqual(await recordedSubjects(), ['old']);
    });

    for (const [what, how] of Object.entries<Misbehaviour>({
      'for want of a connection': { when: 'before', reset: true },
      'for want of a token': { when: 'before', status: 401 },
      'as long as Graph asks for patience': { when: 'before', status: 429 },
    })) {
      it(`never gives one up ${what}`, async () => {
        await writeTo('patient');
        graph.misbehave(step.source, how, 1000);
        const inbox = inboxOf();
        await inbox.drain();
        for (let day = 0; day < 30; day += 1) {
          clock.move({ days: 1 });
          await inbox.drain();
        }
        assert.equal((await IncomingMail.findOne().lean())?.state, 'found');
        graph.behave();
        await untilFetched(inbox);
        assert.deepEqual(await recordedSubjects(), ['patient']);
      });
    }

    it('does not believe at once that there is none, but in the end', async () => {
      await writeTo('hesitant');
      graph.misbehave(step.source, { when: 'before', status: 404 }, 2);
      await untilFetched(inboxOf());
      assert.deepEqual(await recordedSubjects(), ['hesitant']);

      await writeTo('deleted');
      const id = await idOf('deleted');
      graph.misbehave(step.source, { when: 'before', status: 404 }, 3);
      clock.move({ minutes: 3 });
      await untilFetched(open[0] as Inbox);
      const mail = await IncomingMail.findById(id).lean();
      assert.equal(mail?.state, 'filed');
      assert.equal(mail?.kind, 'unreadable');
      assert.equal(mail?.dueAt, undefined);
    });
  });

  describe('when a process dies', () => {
    /** The process dies while a request is under way: nothing that follows from the answer is written down. */
    const dieDuring = async (where: keyof typeof step, count: number) => {
      let release = (): void => undefined;
      const hold = new Promise<void>((resolve) => {
        release = resolve;
      });
      graph.misbehave((request) => step[where](request) && graph.requests.filter(step[where]).length >= count, {
        when: 'after',
        hold,
      });
      const inbox = inboxOf({ pageSize: 2 });
      await graph.seen(step[where], count);
      return { release, inbox };
    };

    for (const count of [1, 2, 3]) {
      it(`between pages (${count}), the next one reads on when the lease ends`, async () => {
        for (const subject of ['1', '2', '3', '4', '5']) await writeTo(subject);
        const dead = await dieDuring('delta', count);
        const next = inboxOf({ pageSize: 2 });
        await next.drain();
        assert.equal(graph.requests.filter(step.delta).length, count, 'nobody else reads meanwhile');
        clock.move({ minutes: 10 });
        await untilFetched(next);
        assert.deepEqual(await recordedSubjects(), ['1', '2', '3', '4', '5']);
        // It was not dead but slow: what it writes now does no harm.
        dead.release();
        await dead.inbox.drain();
        assert.equal(await IncomingMail.countDocuments(), 5);
        assert.deepEqual(await recordedSubjects(), ['1', '2', '3', '4', '5']);
      });
    }

    it('and only seemed to, what it fetches late changes no mail that is dealt with', async () => {
      await IncomingMail.create({ _id: 'late', state: 'filed', receivedAt: new Date(clock.at), attempts: 0 });
      await recordSource('late', Buffer.from('Subject: late\r\n\r\nHello'));
      const mail = await IncomingMail.findById('late').lean();
      assert.deepEqual([mail?.state, mail?.dueAt, await sourceOf('late')], ['filed', undefined, '']);
    });

    it('while it fetches, the next one fetches when the lease ends; at once when nobody else is alive', async () => {
      await writeTo('a mail');
      const dead = await dieDuring('source', 1);
      const next = inboxOf();
      await next.drain();
      assert.deepEqual(await recordedSubjects(), []);
      const alone = inboxOf({ alone: true });
      await alone.drain();
      assert.deepEqual(await recordedSubjects(), ['a mail']);
      dead.release();
      await dead.inbox.drain();
      assert.equal(dead.inbox.recorded + next.recorded + alone.recorded, 2);
      assert.equal(await IncomingMail.countDocuments({ state: 'recorded' }), 1);
    });
  });

  it('is read by one of several processes at a time, and each mail is fetched once', async () => {
    const subjects = Array.from({ length: 30 }, (_, at) => `mail ${String(at).padStart(2, '0')}`);
    for (const subject of subjects) await writeTo(subject);
    const inboxes = [inboxOf({ pageSize: 4 }), inboxOf({ pageSize: 4 }), inboxOf({ pageSize: 4 })];
    for (let round = 0; round < 3; round += 1) await Promise.all(inboxes.map((inbox) => inbox.drain()));
    assert.deepEqual(await recordedSubjects(), subjects);
    assert.equal(graph.requests.filter(step.source).length, subjects.length);
    assert.equal(
      inboxes.reduce((sum, { recorded }) => sum + recorded, 0),
      subjects.length,
    );
  });

  it('leaves alone what stands there already, even when it is moved back into the inbox', async () => {
    await writeTo('a mail');
    const inbox = inboxOf();
    await inbox.drain();
    const id = await idOf('a mail');
    await IncomingMail.updateOne({ _id: id }, { $set: { state: 'filed' }, $unset: { dueAt: 1 } });
    await inbox.moveTo(id, 'other');
    await SandboxMail.updateOne(
      { subject: 'a mail' },
      { $unset: { 'deliveredTo.0.folder': 1 }, $set: { 'deliveredTo.0.arrival': Date.now() * 1000 } },
    );
    await writeTo('another');
    clock.move({ minutes: 3 });
    await inbox.drain();
    assert.equal((await IncomingMail.findById(id).lean())?.state, 'filed');
    assert.deepEqual(await recordedSubjects(), ['another']);
  });

  describe('moves a mail', () => {
    it('to the folder of its kind, made when it is not there', async () => {
      const inbox = inboxOf();
      for (const kind of incomingMailKinds) {
        await writeTo(kind);
        assert.deepEqual(await inbox.moveTo(await idOf(kind), kind), { outcome: 'moved' });
        assert.equal(await folderOf(kind), folderNames[kind]);
      }
      assert.equal(new Set(Object.values(folderNames)).size, incomingMailKinds.length);
    });

    it('as often as one likes, also when the answer was lost', async () => {
      await writeTo('a mail');
      const id = await idOf('a mail');
      const inbox = inboxOf();
      graph.misbehave(step.move, { when: 'after', status: 504 });
      await assert.rejects(inbox.moveTo(id, 'decision'), { name: 'GraphFault', kind: 'unclear' });
      assert.deepEqual(await inbox.moveTo(id, 'decision'), { outcome: 'moved' });
      graph.misbehave(step.move, { when: 'before', status: 400 });
      assert.deepEqual(await inbox.moveTo(id, 'decision'), { outcome: 'moved' });
      assert.equal(await folderOf('a mail'), folderNames.decision);
      assert.equal(await SandboxFolder.countDocuments(), 1);
    });

    it('says no when Graph does, instead of believing that it lies there', async () => {
      await writeTo('a mail');
      graph.misbehave(step.move, { when: 'before', status: 400 }, 10);
      await assert.rejects(inboxOf().moveTo(await idOf('a mail'), 'other'), { kind: 'refused' });
    });

    it('into a new folder, when somebody has deleted the old one', async () => {
      const inbox = inboxOf();
      for (const subject of ['before', 'after']) await writeTo(subject);
      await inbox.moveTo(await idOf('before'), 'bounce');
      const folder = await SandboxFolder.findOne().lean();
      await fetch(`${graph.baseUrl}/v1.0/users/${mailbox}/mailFolders/${folder?._id}`, { method: 'DELETE' });
      assert.deepEqual(await inbox.moveTo(await idOf('after'), 'bounce'), { outcome: 'moved' });
      assert.equal(await folderOf('after'), folderNames.bounce);
      assert.notEqual((await SandboxFolder.findOne().lean())?._id, folder?._id);
    });

    it('into one folder, when two processes make it at once', async () => {
      await writeTo('one');
      await writeTo('two');
      const moves = [inboxOf().moveTo(await idOf('one'), 'other'), inboxOf().moveTo(await idOf('two'), 'other')];
      await Promise.all(moves);
      assert.equal(await SandboxFolder.countDocuments(), 1);
      assert.equal(await folderOf('one'), await folderOf('two'));
    });

    it('that somebody has deleted: says so', async () => {
      await writeTo('a mail');
      const id = await idOf('a mail');
      await SandboxMail.deleteMany({});
      assert.deepEqual(await inboxOf().moveTo(id, 'other'), { outcome: 'gone' });
      assert.deepEqual(await inboxOf().markRead(id), { outcome: 'gone' });
    });
  });

  it('marks a mail as read', async () => {
    await writeTo('a mail');
    assert.deepEqual(await inboxOf().markRead(await idOf('a mail')), { outcome: 'marked' });
    assert.ok((await SandboxMail.findOne().lean())?.deliveredTo[0]?.readAt);
  });
});
