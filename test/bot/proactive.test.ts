import assert from 'node:assert/strict';
import { DateTime, Settings } from 'luxon';
import { Types } from 'mongoose';
import { type Proactive, startProactive } from '../../bot/proactive.ts';
import type { Walks } from '../../dialogs/turn.ts';
import { InvitationBatch } from '../../models/invitationBatch.ts';
import { Message } from '../../models/message.ts';
import type { Notice } from '../../models/notice.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import { Person } from '../../models/person.ts';
import { recordMail } from '../../onboarding/perform/recordMail.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { type Chat, startTestBot, type TestBot } from './botTest.ts';

const marco = { email: 'marco.ferri@contoso.com', firstName: 'Marco', lastName: 'Ferri' };
const recipient = { ...marco, language: 'it' };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const requester = { name: 'Giulia Romano', email: 'giulia.romano@contoso.com' };
const asked: Notice = {
  kind: 'accessRequested',
  requestId: 'r1',
  request: 'invitation',
  organization: 'Contoso S.p.A.',
  accountNumber: '0005012345',
  requester,
  roles: [],
  message: '',
};
const closed: Notice = {
  kind: 'accessRequestClosed',
  requestId: 'r1',
  request: 'invitation',
  decision: 'approved',
  organization: 'Contoso S.p.A.',
  requester,
  roles: [],
  decidedBy: { name: 'Lena Vogel', email: 'lena.vogel@contoso.com' },
  channel: 'teams',
};
const decided: Notice = {
  kind: 'accessRequestDecided',
  requestId: 'r1',
  request: 'invitation',
  decision: 'approved',
  organization: 'Contoso S.p.A.',
  accountNumber: '0005012345',
  roles: [],
  decidedBy: requester,
  reason: '',
};

describe('what Usher says by itself', () => {
  let store: TestStore;
  let bot: TestBot;
  let chat: Chat;
  let proactive: Proactive;
  let shown: string;
  const walks: Walks = { onTurn: async ({ say }) => say({ text: 'ok' }) };

  before(async () => {
    store = await openTestStore();
  });
  after(async () => await store.close());
  beforeEach(async () => {
    await store.clear();
    shown = '';
    bot = await startTestBot({ walks });
    chat = bot.as(marco);
    await chat.says('ciao');
    proactive = startProactive({
      bot: bot.bot,
      log: silent,
      renderNotice: async ({ kind }, language) => ({
        card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: shown || kind }] },
        summary: `${shown || kind} ${language}`,
      }),
      recordMail: (id, to, notice) => recordMail({ linkSecret: 'l'.repeat(32) }, id, to, notice),
    });
  });
  afterEach(async () => {
    Settings.now = () => Date.now();
    await proactive.stop();
    await bot.stop();
  });

  let minute = 0;
  const put = async (_id: string, notice: Notice) => {
    minute += 1;
    const createdAt = DateTime.now().minus({ hours: 1 }).plus({ seconds: minute }).toJSDate();
    await OutgoingMessage.create({ _id, to: recipient, notice, state: 'waiting', dueAt: createdAt, createdAt });
  };
  const news = () => chat.shown().slice(1);

  it('is sent once, in the language of the person, and stands in the conversation log', async () => {
    await put('m1', asked);
    await proactive.drain();
    await proactive.drain();
    assert.deepEqual(
      news().map(({ summary }) => summary),
      ['accessRequested it'],
    );
    const message = await OutgoingMessage.findById('m1').lean();
    assert.deepEqual(
      [message?.state, message?.activityId, message?.conversationId, message?.dueAt],
      ['sent', news()[0]?.id, `teams:${chat.conversation}`, undefined],
    );
    assert.equal(await Message.countDocuments({ text: 'accessRequested it', person: marco.email }), 1);
  });

  it('takes the place of the earlier card when somebody else has decided', async () => {
    await put('m1', asked);
    await proactive.drain();
    const card = news()[0]?.id;
    await put('m2', closed);
    await proactive.drain();
    assert.deepEqual(
      news().map(({ id, summary }) => [id, summary]),
      [[card, 'accessRequestClosed it']],
    );
  });

  it('leaves standing that somebody wrote in their name, whatever was decided', async () => {
    await put('m1', asked);
    await put('m2', { kind: 'mailUnproven', subject: 'Re: Giulia', receivedAt: new Date(), requestId: 'r1' });
    await proactive.drain();
    await put('m3', closed);
    await proactive.drain();
    assert.deepEqual(
      news().map(({ summary, replaced }) => [summary, replaced]),
      [
        ['accessRequestClosed it', true],
        ['mailUnproven it', false],
      ],
    );
  });

  it('does not close a card that was never shown', async () => {
    await put('m2', closed);
    await proactive.drain();
    assert.deepEqual(news(), []);
    assert.equal((await OutgoingMessage.findById('m2').lean())?.state, 'failed');
  });

  it('shows how a batch goes on in one card, until it is finished', async () => {
    const _id = new Types.ObjectId();
    await InvitationBatch.collection.insertOne({ _id, state: 'running', lines: [] } as never);
    shown = '1 of 3';
    await put('m1', { kind: 'batchProgress', batchId: _id.toHexString(), organization: 'Contoso S.p.A.' });
    await proactive.drain();
    const begun = DateTime.now();
    for (const [index, progress] of ['2 of 3', '3 of 3'].entries()) {
      shown = progress;
      if (progress === '3 of 3') await InvitationBatch.collection.updateOne({ _id }, { $set: { state: 'finished' } });
      const later = begun.plus({ seconds: 10 * (index + 1) }).toMillis();
      Settings.now = () => later;
      await proactive.drain();
    }
    assert.deepEqual(
      news().map(({ summary, replaced }) => [summary, replaced]),
      [['3 of 3 it', true]],
    );
    assert.equal(bot.connector.calls.filter(({ method }) => method === 'PUT').length, 2);
    assert.equal((await OutgoingMessage.findById('m1').lean())?.dueAt, undefined);
  });

  it('goes by mail to whoever blocked Usher, unless a mail tells it already', async () => {
    bot.connector.misbehave = (_method, path) => (path.includes('/activities') ? { status: 403 } : undefined);
    await put('m1', decided);
    await put('m2', asked);
    await proactive.drain();
    assert.deepEqual(
      (await OutgoingMail.find().lean()).map(({ _id, to, notice, state }) => [_id, to.email, notice.kind, state]),
      [['m1-mail', marco.email, 'accessRequestDecided', 'waiting']],
    );
    assert.ok((await Person.findOne({ email: marco.email }).lean())?.teams?.unreachableSince);
    bot.connector.misbehave = undefined;
    // Whoever writes again can be reached again.
    await chat.says('ciao di nuovo');
    assert.equal((await Person.findOne({ email: marco.email }).lean())?.teams?.unreachableSince, undefined);
  });

  it('goes by mail to whoever was never seen in Teams', async () => {
    await Person.deleteMany({});
    await put('m1', decided);
    await proactive.drain();
    assert.equal(await OutgoingMail.countDocuments({ _id: 'm1-mail' }), 1);
  });

  it('stays in hand while one sending takes many tries', async () => {
    let now = DateTime.now().toMillis();
    let tries = 0;
    const due: number[] = [];
    bot.connector.misbehave = async (_method, path) => {
      if (!path.includes('/activities')) return undefined;
      due.push(await OutgoingMessage.countDocuments({ dueAt: { $lte: DateTime.now().toJSDate() } }));
      tries += 1;
      now += 44_000;
      Settings.now = () => now;
      return tries < 6 ? { status: 503 } : undefined;
    };
    await put('m1', asked);
    await proactive.drain();
    assert.deepEqual(due, [0, 0, 0, 0, 0, 0]);
    assert.equal(news().length, 1);
    assert.equal((await OutgoingMessage.findById('m1').lean())?.state, 'sent');
  });

  it('is left to who took it over while this process stood still', async () => {
    const theirs = DateTime.now().plus({ hours: 1 }).toJSDate();
    let tries = 0;
    bot.connector.misbehave = async (_method, path) => {
      if (!path.includes('/activities')) return undefined;
      tries += 1;
      await OutgoingMessage.updateOne({ _id: 'm1' }, { $set: { dueAt: theirs } });
      const later = DateTime.now().plus({ minutes: 3 }).toMillis();
      Settings.now = () => later;
      return { status: 503 };
    };
    await put('m1', asked);
    await proactive.drain();
    assert.equal(tries, 1);
    const message = await OutgoingMessage.findById('m1').lean();
    assert.deepEqual([message?.state, message?.dueAt, message?.lastFault], ['waiting', theirs, undefined]);
  });

  it('is tried again later when Teams is not there', async () => {
    bot.connector.misbehave = (_method, path) => (path.includes('/activities') ? { status: 502 } : undefined);
    await put('m1', asked);
    await proactive.drain();
    bot.connector.misbehave = undefined;
    const waiting = await OutgoingMessage.findById('m1').lean();
    assert.deepEqual([waiting?.state, news()], ['waiting', []]);
    assert.match(waiting?.lastFault ?? '', /502/);
    const later = DateTime.now().plus({ minutes: 1 }).toMillis();
    Settings.now = () => later;
    await proactive.drain();
    assert.equal(news().length, 1);
  });
});
