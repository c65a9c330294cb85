import assert from 'node:assert/strict';
import { takeMails } from '../../../../mail/incoming/act/takeMails.ts';
import { recordSource } from '../../../../mail/incoming/fetch/recordSource.ts';
import { IncomingMail } from '../../../../models/incomingMail.ts';
import { IncomingSource } from '../../../../models/incomingSource.ts';
import { rightBefore } from '../../../onboarding/storeCalls.ts';
import { mailWorld } from './mailWorld.ts';

describe('mails that are in hand', () => {
  const here = mailWorld();

  /** Mails that came in one after the other and stand recorded. @param more of their documents. */
  async function stand(
    mails: readonly { id: string; from: string; header?: string; cutOff?: number }[],
  ): Promise<void> {
    for (const [index, { id, from, header = '', ...more }] of mails.entries()) {
      const mime = `From: Somebody <${from}>\r\nSubject: ${id}\r\nMessage-ID: <${id}@mail.example>\r\n${header}\r\nHello\r\n`;
      const receivedAt = new Date(Date.UTC(2026, 10, 25) + index);
      await IncomingMail.create({ _id: id, state: 'found', receivedAt, attempts: 0, fetchAt: new Date(0), ...more });
      await recordSource(id, Buffer.from(mime));
    }
  }

  it('wait for those that their writer wrote before, and for nothing else', async () => {
    const automatic = 'Auto-Submitted: auto-replied\r\n';
    const others = ['b1', 'b2', 'b3', 'b4'];
    await stand([
      { id: 'a1', from: 'anna@contoso.com' },
      { id: 'away', from: 'anna@contoso.com', header: automatic },
      { id: 'a2', from: 'ANNA@contoso.com' },
      ...others.map((id) => ({ id, from: 'bruno@contoso.com' })),
    ]);
    const ended: string[] = [];
    let letGo = (): void => undefined;
    const othersEnded = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const acting = here.acting({
      examine: async (mime) => {
        const examined = await here.examine(mime);
        if (examined.read.subject === 'a1') await othersEnded;
        return examined;
      },
      file: async (id) => {
        ended.push(id);
        if ([...others, 'away'].every((other) => ended.includes(other))) letGo();
      },
    });
    await acting.drain();
    await acting.stop();
    assert.deepEqual(
      ended.filter((id) => others.includes(id)),
      others,
    );
    assert.deepEqual(ended.slice(-2), ['a1', 'a2']);
  });

  it('wait for those before also when they come in later', async () => {
    await stand([
      { id: 'a1', from: 'anna@contoso.com' },
      { id: 'a2', from: 'anna@contoso.com' },
    ]);
    const ended: string[] = [];
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const acting = here.acting({
      examine: async (mime) => {
        const examined = await here.examine(mime);
        if (examined.read.subject === 'a2') await held;
        return examined;
      },
      file: async (id) => {
        ended.push(id);
      },
    });
    while ((await IncomingMail.findById('a1').lean())?.state !== 'filed') await new Promise(setImmediate);
    await stand([
      { id: 'a3', from: 'anna@contoso.com' },
      ...['b1', 'b2', 'b3'].map((id) => ({ id, from: 'b@contoso.com' })),
    ]);
    acting.wake();
    while (!ended.includes('b3')) await new Promise(setImmediate);
    letGo();
    await acting.drain();
    await acting.stop();
    assert.deepEqual(ended, ['a1', 'b1', 'b2', 'b3', 'a2', 'a3']);
  });

  it('are taken by one of several processes that look at once', async () => {
    await stand(['a', 'b', 'c', 'd'].map((id) => ({ id, from: `${id}@contoso.com` })));
    const taken = await Promise.all([takeMails(3, 0), takeMails(3, 0), takeMails(3, 0)]);
    const ids = [...taken, await takeMails(3, 0)].flatMap((mails) => (mails === 'waiting' ? [] : mails));
    assert.deepEqual(ids.map(({ _id }) => _id).sort(), ['a', 'b', 'c', 'd']);
    assert.deepEqual(await takeMails(3, 0), []);
  });

  it('are taken from nobody who was faster', async () => {
    await stand([{ id: 'a', from: 'anna@contoso.com' }]);
    const faster: unknown[] = [];
    rightBefore('incomingMails.updateMany', ['takenBy'], async () => faster.push(await takeMails(3, 0)));
    assert.deepEqual(await takeMails(3, 0), []);
    assert.deepEqual(faster, [await IncomingMail.find().lean()]);
  });

  it('are taken one by one when a process has ended over them, and left unread when it does again and again', async () => {
    await stand([
      { id: 'early', from: 'dora@contoso.com' },
      { id: 'bystander', from: 'anna@contoso.com', cutOff: 9 },
      { id: 'poison', from: 'bruno@contoso.com', cutOff: 10 },
      { id: 'new', from: 'carla@contoso.com' },
    ]);
    const inHand = new Set<string>();
    let mostSuspects = 0;
    const acting = here.acting({
      examine: async (mime) => {
        const examined = await here.examine(mime);
        const { read } = examined;
        inHand.add(read.subject);
        if (inHand.has('bystander')) mostSuspects = Math.max(mostSuspects, inHand.size);
        assert.notEqual(read.subject, 'poison');
        return examined;
      },
      file: async (id, kind) => {
        inHand.delete(id);
        here.filed.set(id, kind);
      },
    });
    await acting.drain();
    await acting.stop();
    assert.equal(mostSuspects, 1);
    assert.equal(here.filed.get('poison'), 'unreadable');
    assert.equal((await IncomingMail.findById('poison').lean())?.state, 'filed');
    assert.equal(here.filed.get('bystander'), 'unproven');
    assert.equal(here.filed.get('new'), 'unproven');
    assert.equal(await IncomingMail.countDocuments({ cutOff: { $exists: true } }), 0);
    assert.equal(await IncomingMail.countDocuments({ dueAt: { $exists: true } }), 0, 'nobody looks at them again');
    assert.equal(await IncomingSource.countDocuments(), 0);
  });

  it('are under no suspicion when they have to wait or something breaks, however often', async () => {
    await stand([
      { id: 'waits', from: 'anna@contoso.com' },
      { id: 'breaks', from: 'bruno@contoso.com' },
    ]);
    await IncomingMail.updateMany({}, { $set: { receivedAt: new Date() } });
    for (let time = 0; time < 12; time++) {
      const acting = here.acting({
        examine: async (mime) => {
          const examined = await here.examine(mime);
          if (examined.by !== 'person') assert.fail('somebody wrote it');
          if (examined.read.subject === 'breaks') throw new Error('the store is away');
          return { ...examined, proof: { proven: false, because: 'temporary' } };
        },
      });
      await acting.drain();
      await acting.stop();
    }
    const mails = await IncomingMail.find().lean();
    assert.deepEqual(
      mails.map(({ state, attempts, cutOff }) => [state, attempts, cutOff]),
      Array(2).fill(['recorded', 12, undefined]),
    );
    const acting = here.acting();
    await acting.drain();
    await acting.stop();
    assert.deepEqual([here.filed.get('waits'), here.filed.get('breaks')], ['unproven', 'unproven']);
  });

  it('are under no suspicion when the process is stopped in order before they are done with', async () => {
    await stand([{ id: 'slow', from: 'anna@contoso.com' }]);
    let begun = (): void => undefined;
    let letGo = (): void => undefined;
    const reading = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const acting = here.acting({
      examine: async (mime) => {
        begun();
        await held;
        return here.examine(mime);
      },
    });
    await reading;
    assert.equal((await IncomingMail.findById('slow').lean())?.cutOff, 1);
    const stopped = acting.stop();
    while ((await IncomingMail.findById('slow').lean())?.cutOff !== undefined) await new Promise(setImmediate);
    letGo();
    await stopped;
    assert.equal((await IncomingMail.findById('slow').lean())?.state, 'filed');
  });
});
