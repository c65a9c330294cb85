import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { Types } from 'mongoose';
import { stuckMailsGauge } from '../../mail/figures.ts';
import type { Outbox } from '../../mail/outboxOptions.ts';
import { leaseTime } from '../../mail/sendMail.ts';
import { stuckMails } from '../../mail/stuckMails.ts';
import { AccessRequest } from '../../models/accessRequest.ts';
import { Invitation } from '../../models/invitation.ts';
import type { Notice } from '../../models/notice.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { invitationToken } from '../../onboarding/invitationLink.ts';
import { SandboxMail } from '../../sandbox/mailbox/sandboxMail.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { clock, delivered, linkSecret, openOutbox, recordInvitation, recordMail, untilDone } from './mailTest.ts';
import { notices } from './notices.ts';
import { type Misbehaviour, startTestGraph, step, type TestGraph } from './testGraph.ts';

describe('the outbox', () => {
  let store: TestStore;
  let graph: TestGraph;
  const open: Outbox[] = [];
  const outboxOf = (more = {}) => {
    const outbox = openOutbox(graph.baseUrl, more);
    open.push(outbox);
    return outbox;
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
    await Promise.all(open.splice(0).map((outbox) => outbox.stop()));
    clock.release();
    assert.deepEqual(graph.problems, [], 'requests are as Microsoft describes them');
  });
  after(async () => {
    await graph.close();
    await store.close();
  });

  it('makes a draft, records it, sends it', async () => {
    const id = await recordInvitation('giulia.romano@contoso.com');
    await outboxOf().drain();

    const mail = await OutgoingMail.findById(id).lean();
    assert.equal(mail?.state, 'sent');
    assert.equal(mail?.dueAt, undefined);
    assert.equal(mail?.sentAt?.getTime(), clock.at);
    const [message, ...others] = await delivered(id);
    assert.equal(others.length, 0);
    assert.equal(message?._id, mail?.graphId);
    assert.deepEqual(
      message?.deliveredTo.map(({ address }) => address),
      ['giulia.romano@contoso.com'],
    );
    assert.deepEqual(
      graph.requests.map(({ method, path }) => `${method} ${path.replace(/AAkA[^/]+/, '…')}`),
      ['POST /users/usher@contoso.com/messages', 'POST /users/usher@contoso.com/messages/…/send'],
    );
    for (const { headers } of graph.requests) {
      assert.equal(headers.prefer, 'IdType="ImmutableId"');
      assert.equal(headers.authorization, 'Bearer token-of-tests');
    }
  });

  it('marks the message as automatic, but not so that bounces are kept back', async () => {
    const id = await recordInvitation('giulia.romano@contoso.com');
    await outboxOf().drain();
    const [message] = await delivered(id);
    const suppress = message?.headers.find(({ name }) => name === 'X-Auto-Response-Suppress')?.value ?? '';
    assert.match(suppress, /OOF/);
    assert.match(suppress, /AutoReply/);
    assert.doesNotMatch(suppress, /NDR|All/);
  });

  it('puts the link into the mail, and neither into the outbox nor into a log', async () => {
    const id = await recordInvitation('giulia.romano@contoso.com');
    graph.misbehave(step.send, { when: 'before', status: 400 });
    const outbox = outboxOf();
    const mail = await untilDone(outbox, id);
    const { invitationId, sending } = mail.notice as { invitationId: string; sending: number };
    const token = invitationToken(linkSecret, invitationId, sending);
    const [message] = await delivered(id);
    assert.ok(message?.body.content.includes(`http://localhost:3978/invitation/${token}`));
    assert.ok(!JSON.stringify(await OutgoingMail.find().lean()).includes(token));
    assert.ok(outbox.log.length > 0);
    assert.ok(!outbox.log.join('').includes(token));
    assert.ok(!outbox.log.join('').includes('token-of-tests'));
  });

  describe('sends once, whatever Graph does:', () => {
    const faults: [string, Misbehaviour][] = [
      ['429 with seconds', { when: 'before', status: 429, headers: { 'retry-after': '30' } }],
      ['429 with a date', { when: 'before', status: 429, headers: { 'retry-after': 'Mon, 23 Nov 2026 09:02:00 GMT' } }],
      ['429 without a word', { when: 'before', status: 429 }],
      ['503', { when: 'before', status: 503, headers: { 'retry-after': '10' } }],
      ['500', { when: 'before', status: 500 }],
      ['504 that was not carried out', { when: 'before', status: 504 }],
      ['504 that was carried out', { when: 'after', status: 504 }],
      ['502 that was carried out', { when: 'after', status: 502 }],
      ['429 that was carried out', { when: 'after', status: 429 }],
      ['a connection lost before', { when: 'before', reset: true }],
      ['a connection lost after', { when: 'after', reset: true }],
      ['401', { when: 'before', status: 401 }],
      ['403', { when: 'before', status: 403 }],
      ['400', { when: 'before', status: 400 }],
      ['404', { when: 'before', status: 404 }],
      ['404 that was carried out', { when: 'after', status: 404 }],
      ['408 that was carried out', { when: 'after', status: 408 }],
      ['409 that was carried out', { when: 'after', status: 409 }],
    ];
    for (const [what, how] of faults) {
      for (const where of ['create', 'send'] as const) {
        for (const times of [1, 3]) {
          it(`${what} to ${where}, ${times === 1 ? 'once' : `${times} times`}`, async () => {
            const id = await recordInvitation('giulia.romano@contoso.com');
            graph.misbehave(step[where], how, times);
            const mail = await untilDone(outboxOf(), id);
            assert.equal(mail.state, 'sent');
            assert.equal(mail.lastFault, undefined);
            assert.equal((await delivered(id)).length, 1);
          });
        }
      }
    }

    it('trouble with looking it up', async () => {
      const id = await recordInvitation('giulia.romano@contoso.com');
      graph.misbehave(step.send, { when: 'after', status: 504 });
      graph.misbehave(step.read, { when: 'before', status: 503 }, 2);
      graph.misbehave(step.read, { when: 'before', status: 200 }, 1);
      graph.misbehave(step.read, { when: 'before', status: 404 }, 1);
      graph.misbehave(step.find, { when: 'before', status: 200 }, 1);
      assert.equal((await untilDone(outboxOf(), id)).state, 'sent');
      assert.equal((await delivered(id)).length, 1);
      assert.equal(graph.requests.filter(step.send).length, 1);
    });

    it('a 202 with Retry-After is not repeated, but waited for', async () => {
      const first = await recordInvitation('giulia.romano@contoso.com');
      graph.misbehave(step.send, { when: 'after', status: 202, headers: { 'retry-after': '60' } });
      const outbox = outboxOf();
      await outbox.drain();
      assert.equal((await OutgoingMail.findById(first).lean())?.state, 'sent');
      const second = await recordInvitation('omar.haddad@contoso.com');
      clock.move({ seconds: 59 });
      await outbox.drain();
      assert.equal((await OutgoingMail.findById(second).lean())?.state, 'waiting');
      clock.move({ seconds: 1 });
      await outbox.drain();
      assert.equal((await OutgoingMail.findById(second).lean())?.state, 'sent');
      assert.equal(graph.requests.filter(step.send).length, 2);
    });

    it('a draft that somebody has deleted is made anew', async () => {
      const id = await recordInvitation('giulia.romano@contoso.com');
      graph.misbehave(step.send, { when: 'before', status: 503 });
      const outbox = outboxOf();
      await outbox.drain();
      await SandboxMail.deleteMany({});
      const mail = await untilDone(outbox, id);
      assert.equal(mail.state, 'sent');
      assert.deepEqual(
        (await delivered(id)).map(({ _id }) => _id),
        [mail.graphId],
      );
    });
  });

  describe('after a crash', () => {
    const lost = async (id: string) => {
      clock.move({ minutes: 10 });
      await untilDone(outboxOf(), id);
    };
    /** The process dies while this request is under way: nothing that follows from the answer is written down. */
    const dieDuring = async (where: keyof typeof step, when: 'before' | 'after') => {
      const id = await recordInvitation('giulia.romano@contoso.com');
      let release = (): void => undefined;
      const hold = new Promise<void>((resolve) => {
        release = resolve;
      });
      graph.misbehave(step[where], { when, hold });
      const outbox = outboxOf();
      await graph.seen(step[where]);
      return { id, outbox, release };
    };

    it('takes up a draft that was made but not recorded', async () => {
      const id = await recordInvitation('giulia.romano@contoso.com');
      const outbox = outboxOf();
      await outbox.drain();
      await outbox.stop();
      await SandboxMail.updateMany({}, { $set: { folder: 'drafts', deliveredTo: [] }, $unset: { sentAt: 1 } });
      const again = { $set: { state: 'waiting', dueAt: new Date(clock.at) }, $unset: { graphId: 1, sentAt: 1 } };
      await OutgoingMail.updateOne({ _id: id }, again);
      await lost(id);
      assert.equal(await SandboxMail.countDocuments(), 1);
      assert.equal((await delivered(id)).length, 1);
    });

    it('finds in Sent Items what was sent but not recorded as a draft', async () => {
      const id = await recordInvitation('giulia.romano@contoso.com');
      const outbox = outboxOf();
      await outbox.drain();
      await outbox.stop();
      const again = { $set: { state: 'waiting', dueAt: new Date(clock.at) }, $unset: { graphId: 1, sentAt: 1 } };
      await OutgoingMail.updateOne({ _id: id }, again);
      await lost(id);
      assert.equal((await OutgoingMail.findById(id).lean())?.state, 'sent');
      assert.equal((await delivered(id)).length, 1);
    });

    for (const [where, when] of [
      ['create', 'before'],
      ['create', 'after'],
      ['send', 'before'],
      ['send', 'after'],
    ] as const) {
      it(`another process takes over when the first stands still ${when} the answer to ${where}, and the first comes to late`, async () => {
        const { id, outbox, release } = await dieDuring(where, when);
        clock.move({ minutes: 10 });
        const other = outboxOf();
        await untilDone(other, id);
        release();
        await outbox.drain();
        assert.equal((await OutgoingMail.findById(id).lean())?.state, 'sent');
        assert.equal((await delivered(id)).length, 1);
      });
    }

    it('a fault that the first meets late puts nothing back that another process has in hand', async () => {
      const id = await recordInvitation('giulia.romano@contoso.com');
      const holds = [0, 1].map(() => {
        let release = (): void => undefined;
        const hold = new Promise<void>((resolve) => {
          release = resolve;
        });
        return { hold, release };
      });
      const [late, current] = holds as [(typeof holds)[0], (typeof holds)[0]];
      graph.misbehave(step.create, { when: 'before', hold: late.hold, status: 500 });
      const first = outboxOf();
      await graph.seen(step.create);
      clock.move({ minutes: 10 });
      graph.misbehave(step.create, { when: 'before', hold: current.hold });
      const second = outboxOf();
      await graph.seen(step.create, 2);
      const leased = await OutgoingMail.findById(id).lean();
      late.release();
      await first.drain();
      assert.deepEqual(await OutgoingMail.findById(id).lean(), leased);
      current.release();
      await second.drain();
      assert.equal((await OutgoingMail.findById(id).lean())?.state, 'sent');
      assert.equal((await delivered(id)).length, 1);
    });

    it('no other process takes over while the first goes on slowly', async () => {
      const { id, outbox, release } = await dieDuring('create', 'after');
      clock.move({ milliseconds: leaseTime - 1_000 });
      let letGo = (): void => undefined;
      const hold = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      graph.misbehave(step.send, { when: 'before', hold });
      release();
      await graph.seen(step.send);
      clock.move({ seconds: 2 });
      await outboxOf().drain();
      assert.equal(graph.requests.length, 2);
      letGo();
      await outbox.drain();
      assert.equal((await OutgoingMail.findById(id).lean())?.attempts, 1);
      assert.equal((await delivered(id)).length, 1);
    });

    it('waits for the lease, unless it is alone', async () => {
      const { id, release } = await dieDuring('create', 'before');
      const second = outboxOf();
      await second.drain();
      assert.equal(graph.requests.length, 1);
      const third = outboxOf({ alone: true });
      await third.drain();
      assert.equal((await OutgoingMail.findById(id).lean())?.state, 'sent');
      release();
    });
  });

  it('makes four requests at a time', async () => {
    const ids = await Promise.all([...Array(40).keys()].map((n) => recordInvitation(`person${n}@contoso.com`)));
    let release = (): void => undefined;
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    graph.misbehave(step.any, { when: 'before', hold }, 4);
    const outbox = outboxOf();
    await graph.seen(step.any, 4);
    release();
    await outbox.drain();
    assert.equal(graph.mostAtOnce, 4);
    for (const id of ids) assert.equal((await delivered(id)).length, 1);
  });

  it('shares the mails with other processes, each going out once', async () => {
    const ids = await Promise.all([...Array(60).keys()].map((n) => recordInvitation(`person${n}@contoso.com`)));
    const outboxes = [outboxOf(), outboxOf(), outboxOf()];
    await Promise.all(outboxes.map((outbox) => outbox.drain()));
    for (const id of ids) assert.equal((await delivered(id)).length, 1);
    assert.equal(graph.requests.length, 120);
  });

  it('keeps to so many messages in any 60 seconds', async () => {
    await Promise.all([...Array(70).keys()].map((n) => recordInvitation(`person${n}@contoso.com`)));
    const sent = () => SandboxMail.countDocuments({ sentAt: { $exists: true } });
    const outbox = outboxOf({ perMinute: 30 });
    await outbox.drain();
    assert.equal(await sent(), 30);
    clock.move({ seconds: 59 });
    await outbox.drain();
    assert.equal(await sent(), 30);
    clock.move({ seconds: 1 });
    await outbox.drain();
    assert.equal(await sent(), 60);
    clock.move({ seconds: 60 });
    await outbox.drain();
    assert.equal(await sent(), 70);
  });

  it('takes a limit of nothing for a mistake', () => {
    assert.throws(() => outboxOf({ perMinute: 0 }), RangeError);
    assert.throws(() => outboxOf({ perMinute: Number.NaN }), RangeError);
  });

  for (const status of [429, 503]) {
    it(`pauses altogether for as long as ${status} asks`, async () => {
      await Promise.all([...Array(8).keys()].map((n) => recordInvitation(`person${n}@contoso.com`)));
      graph.misbehave(step.any, { when: 'before', status, headers: { 'retry-after': '120' } }, 4);
      const outbox = outboxOf();
      await outbox.drain();
      const asked = graph.requests.length;
      assert.ok(asked <= 4);
      graph.behave();
      clock.move({ seconds: 119 });
      await outbox.drain();
      assert.equal(graph.requests.length, asked);
      clock.move({ seconds: 1 });
      await outbox.drain();
      assert.equal(await SandboxMail.countDocuments({ sentAt: { $exists: true } }), 8);
    });
  }

  it('pauses for a second after a moment in which all four requests under way met trouble', async () => {
    await Promise.all([...Array(8).keys()].map((n) => recordInvitation(`person${n}@contoso.com`)));
    let release = (): void => undefined;
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    graph.misbehave(step.any, { when: 'before', hold, status: 503 }, 4);
    const outbox = outboxOf();
    await graph.seen(step.any, 4);
    release();
    await outbox.drain();
    assert.equal(await SandboxMail.countDocuments({ sentAt: { $exists: true } }), 0);
    clock.move({ seconds: 1 });
    await outbox.drain();
    assert.ok((await SandboxMail.countDocuments({ sentAt: { $exists: true } })) >= 4);
  });

  it('waits longer with each 429 that says nothing, and hardly ever asks when Graph is down for hours', async () => {
    const id = await recordInvitation('giulia.romano@contoso.com');
    graph.misbehave(step.any, { when: 'before', status: 429 }, Number.POSITIVE_INFINITY);
    const outbox = outboxOf();
    const end = clock.at + 60 * 60 * 1000;
    while (clock.at < end) {
      await outbox.drain();
      clock.move({ seconds: 5 });
    }
    assert.ok(graph.requests.length >= 10 && graph.requests.length <= 30, String(graph.requests.length));
    assert.equal((await OutgoingMail.findById(id).lean())?.state, 'waiting');
  });

  it('pauses for a second again once Graph has answered in between', async () => {
    const outbox = outboxOf();
    for (const faults of [5, 1]) {
      const id = await recordInvitation('giulia.romano@contoso.com');
      graph.misbehave(step.any, { when: 'before', status: 429 }, faults);
      await outbox.drain();
      if (faults > 1) await untilDone(outbox, id);
      clock.move({ seconds: 1 });
      await outbox.drain();
      assert.equal((await OutgoingMail.findById(id).lean())?.state, 'sent');
    }
  });

  it('does not hammer when Graph says no, and lets the others through', async () => {
    const bad = await recordInvitation('nobody');
    for (let person = 0; person < 8; person++) await recordInvitation(`person${person}@contoso.com`);
    const outbox = outboxOf();
    await outbox.drain();
    assert.equal(await OutgoingMail.countDocuments({ state: 'sent' }), 8, 'at once');
    const end = clock.at + 60 * 60 * 1000;
    while (clock.at < end) {
      await outbox.drain();
      clock.move({ minutes: 1 });
    }
    const mail = await OutgoingMail.findById(bad).lean();
    assert.equal(mail?.state, 'drafted');
    assert.match(mail?.lastFault ?? '', /400 ErrorInvalidRecipients/);
    assert.ok((mail?.attempts ?? 0) <= 4);
    assert.deepEqual(
      (await stuckMails()).map(({ _id }) => _id),
      [bad],
    );
    assert.equal((await stuckMailsGauge.get()).values[0]?.value, 1);
    assert.ok(outbox.log.some((line) => line.includes('"level":40') && line.includes(bad)));
  });

  it('leaves a mail that Graph has refused to its time when it is started again', async () => {
    const id = await recordInvitation('nobody');
    await outboxOf().drain();
    const asked = graph.requests.length;
    await outboxOf({ alone: true }).drain();
    assert.equal(graph.requests.length, asked);
    assert.equal((await OutgoingMail.findById(id).lean())?.attempts, 1);
  });

  it('gives a message time to appear when nobody knows what became of it', async () => {
    const id = await recordInvitation('giulia.romano@contoso.com');
    graph.misbehave(step.create, { when: 'after', status: 504 });
    const outbox = outboxOf();
    await outbox.drain();
    clock.move({ seconds: 30 });
    await outbox.drain();
    assert.equal(graph.requests.length, 1);
    assert.equal((await untilDone(outbox, id)).state, 'sent');
    assert.equal(graph.requests.filter(step.create).length, 1);
  });

  it('gives up after days, not before, and shows it', async () => {
    const id = await recordInvitation('nobody');
    const outbox = outboxOf();
    const createdAt = clock.at;
    const mail = await untilDone(outbox, id, { hours: 1 });
    assert.equal(mail.state, 'failed');
    assert.ok(clock.at - createdAt >= 3 * 24 * 60 * 60 * 1000);
    assert.deepEqual(
      (await stuckMails()).map(({ _id, state }) => [_id, state]),
      [[id, 'failed']],
    );
    assert.ok(outbox.log.some((line) => line.includes('"level":50') && line.includes('given up')));
  });

  it('tries a mail that lay there for days several times before it gives it up', async () => {
    const id = await recordMail('giulia.romano@contoso.com', { kind: 'passwordChanged', at: new Date(clock.at) });
    clock.move({ days: 4 });
    graph.misbehave(step.any, { when: 'before', status: 429 }, 2);
    graph.misbehave(step.any, { when: 'before', status: 503 }, 2);
    graph.misbehave(step.send, { when: 'before', reset: true }, 2);
    assert.equal((await untilDone(outboxOf(), id)).state, 'sent');
  });

  it('does not prolong a pause by as much as the clock is set back', async () => {
    const first = await recordInvitation('giulia.romano@contoso.com');
    graph.misbehave(step.any, { when: 'before', status: 429, headers: { 'retry-after': '60' } });
    const outbox = outboxOf();
    await outbox.drain();
    assert.equal((await OutgoingMail.findById(first).lean())?.state, 'waiting');
    clock.move({ hours: -5 });
    const second = await recordInvitation('omar.haddad@contoso.com');
    await outbox.drain();
    assert.equal((await OutgoingMail.findById(second).lean())?.state, 'sent');
  });

  it('counts no messages that are in the future since the clock was set back', async () => {
    const outbox = outboxOf({ perMinute: 1 });
    for (const email of ['giulia.romano@contoso.com', 'omar.haddad@contoso.com']) {
      const id = await recordInvitation(email);
      await outbox.drain();
      assert.equal((await OutgoingMail.findById(id).lean())?.state, 'sent');
      clock.move({ hours: -5 });
    }
  });

  it('waits while there is no token, and says why there is none', async () => {
    const id = await recordInvitation('giulia.romano@contoso.com');
    let tokens = 0;
    const getToken = async () => {
      tokens += 1;
      if (tokens < 3) throw new Error('invalid_client: AADSTS7000222: The provided client secret keys are expired.');
      return 'token-of-tests';
    };
    const outbox = outboxOf({ graph: { baseUrl: graph.baseUrl, mailbox: 'usher@contoso.com', getToken } });
    assert.equal((await untilDone(outbox, id)).state, 'sent');
    assert.ok(outbox.log.some((line) => /No token for Graph: .*AADSTS7000222: .* expired/.test(line)));
  });

  describe('does not send', () => {
    const dropped = async (id: string) => {
      await outboxOf().drain();
      const mail = await OutgoingMail.findById(id).lean();
      assert.equal(mail?.state, 'dropped');
      assert.equal(mail?.dueAt, undefined);
      assert.equal((await delivered(id)).length, 0);
      return mail?.lastFault;
    };

    it('an invitation that was sent again meanwhile', async () => {
      const id = await recordInvitation('giulia.romano@contoso.com');
      await Invitation.updateOne({}, { $set: { sendings: 2 } });
      assert.match((await dropped(id)) ?? '', /again/);
    });

    for (const state of ['revoked', 'accepted', 'declined', 'expired'] as const) {
      it(`an invitation that is ${state}`, async () => {
        const id = await recordInvitation('giulia.romano@contoso.com');
        await Invitation.updateOne({}, { $set: { state } });
        assert.match((await dropped(id)) ?? '', new RegExp(state));
      });
    }

    it('an invitation that has run out, or that is no more', async () => {
      const id = await recordInvitation('giulia.romano@contoso.com');
      clock.move({ days: 61 });
      await dropped(id);
      const other = await recordInvitation('omar.haddad@contoso.com');
      await Invitation.deleteMany({});
      await dropped(other);
    });

    it('an invitation that goes to another address by now', async () => {
      const id = await recordInvitation('giulia.romano@contoso.com');
      await Invitation.updateOne({}, { $set: { email: 'g.romano@contoso.com' } });
      assert.match((await dropped(id)) ?? '', /another address/);
    });

    for (const [what, notice] of Object.entries({
      'a request': 'request-for-an-invitation',
      'the reminder of a request': 'request-reminder',
      'that nobody has answered': 'request-unanswered',
    })) {
      it(`${what}, once somebody has answered it`, async () => {
        const told = notices[notice] as Notice & { requestId: string };
        const person = { email: 'giulia.romano@contoso.com', firstName: 'Giulia', lastName: 'Romano', language: 'it' };
        await AccessRequest.create({
          _id: told.requestId,
          kind: 'invitation',
          purchasingAccount: new Types.ObjectId(),
          organization: 'Contoso S.p.A.',
          accountNumber: '0005012345',
          requester: person,
          country: 'IT',
          state: 'approved',
          createdAt: new Date(clock.at),
        });
        assert.match((await dropped(await recordMail('marco.ferri@contoso.com', told))) ?? '', /approved/);
      });
    }

    it('what is told in Teams only', async () => {
      await dropped(
        await recordMail('a@contoso.com', { kind: 'batchProgress', batchId: '1', organization: 'Contoso' }),
      );
    });

    it('an invitation that was revoked while its draft lay there, and takes the draft away', async () => {
      const id = await recordInvitation('giulia.romano@contoso.com');
      graph.misbehave(step.send, { when: 'before', status: 503 });
      const outbox = outboxOf();
      await outbox.drain();
      assert.equal((await OutgoingMail.findById(id).lean())?.state, 'drafted');
      await Invitation.updateOne({}, { $set: { state: 'revoked' } });
      assert.equal((await untilDone(outbox, id)).state, 'dropped');
      assert.equal(await SandboxMail.countDocuments(), 0);
    });

    it('but knows that one is sent when it was revoked too late', async () => {
      const id = await recordInvitation('giulia.romano@contoso.com');
      graph.misbehave(step.send, { when: 'after', status: 504 });
      const outbox = outboxOf();
      await outbox.drain();
      await Invitation.updateOne({}, { $set: { state: 'revoked' } });
      assert.equal((await untilDone(outbox, id)).state, 'sent');
      assert.equal((await delivered(id)).length, 1);
    });
  });

  it('stops when told, and leaves what is left for later', async () => {
    await Promise.all([...Array(20).keys()].map((n) => recordInvitation(`person${n}@contoso.com`)));
    const outbox = outboxOf();
    await graph.seen(step.any);
    await outbox.stop();
    const left = await OutgoingMail.countDocuments({ state: 'waiting' });
    assert.ok(left > 0);
    assert.equal(await OutgoingMail.countDocuments({ dueAt: { $gt: DateTime.now().toJSDate() } }), 0);
    await outboxOf().drain();
    assert.equal(await SandboxMail.countDocuments({ sentAt: { $exists: true } }), 20);
  });
});
