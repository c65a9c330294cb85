import assert from 'node:assert/strict';
import { readMail } from '../../../../mail/incoming/read/readMail.ts';
import { IncomingMail } from '../../../../models/incomingMail.ts';
import { IncomingSource } from '../../../../models/incomingSource.ts';
import { mailbox, mailWorld } from './mailWorld.ts';

const limits = { bytes: 1_000_000, parts: 50, nesting: 10, headers: 500, addresses: 100 };

describe('mails that are in hand', () => {
  const here = mailWorld();

  /** Mails that came in one after the other and stand recorded. @param more of their documents. */
  async function stand(mails: readonly { id: string; from: string; cutOff?: number }[]): Promise<void> {
    for (const [index, { id, from, ...more }] of mails.entries()) {
      const mime = Buffer.from(`From: ${from}\r\nSubject: ${id}\r\nMessage-ID: <${id}@mail.example>\r\n\r\nHello\r\n`);
      await IncomingSource.create({ _id: id, mime });
      const receivedAt = new Date(Date.UTC(2026, 10, 25) + index);
      await IncomingMail.create({ _id: id, state: 'recorded', receivedAt, dueAt: new Date(0), ...more });
    }
  }

  it('wait for those that their writer sent before, and for nobody else’s', async () => {
    await stand([
      { id: 'a1', from: 'anna@contoso.com' },
      { id: 'a2', from: 'Anna <ANNA@contoso.com>' },
      { id: 'b1', from: 'bruno@contoso.com' },
    ]);
    const said: string[] = [];
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const acting = here.acting({
      read: async (mime) => {
        const read = await readMail(mime, { limits, mailbox });
        said.push(`${read.subject} begins`);
        if (read.subject === 'b1') letGo();
        if (read.subject === 'a1') await held;
        return read;
      },
      file: async (id) => {
        said.push(`${id} ends`);
      },
    });
    await acting.drain();
    await acting.stop();
    assert.equal(said.length, 6);
    assert.ok(said.indexOf('b1 begins') < said.indexOf('a1 ends'));
    assert.ok(said.indexOf('a1 ends') < said.indexOf('a2 begins'));
  });

  it('are taken one by one when a process has ended over them, and left unread when it does again and again', async () => {
    await stand([
      { id: 'bystander', from: 'anna@contoso.com', cutOff: 1 },
      { id: 'poison', from: 'bruno@contoso.com', cutOff: 10 },
      { id: 'new', from: 'carla@contoso.com' },
    ]);
    const inHand = new Set<string>();
    let mostSuspects = 0;
    const acting = here.acting({
      read: async (mime) => {
        const read = await readMail(mime, { limits, mailbox });
        inHand.add(read.subject);
        if (inHand.has('bystander')) mostSuspects = Math.max(mostSuspects, inHand.size);
        assert.notEqual(read.subject, 'poison');
        return read;
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
    assert.equal(await IncomingSource.countDocuments(), 0);
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
      read: async (mime) => {
        begun();
        await held;
        return readMail(mime, { limits, mailbox });
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
