import assert from 'node:assert/strict';
import { countryChoices } from '../../cards/countryChoices.ts';
import type { Walks } from '../../dialogs/turn.ts';
import { transcript } from '../../helpdesk/transcript/transcript.ts';
import { Conversation } from '../../models/conversation.ts';
import { Message } from '../../models/message.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { activityOf } from './activities.ts';
import { startTestBot, type TestBot } from './botTest.ts';
import { startFakeConnector } from './fakeConnector.ts';

const giulia = { email: 'giulia.romano@contoso.com', firstName: 'Giulia', lastName: 'Romano', locale: 'it-IT' };

const countries = { type: 'Input.ChoiceSet', id: 'country', choices: countryChoices('it') };

/** Counts its turns in its memory, and does what the sentence says. */
const counting: Walks = {
  async onTurn(turn) {
    const count = ((turn.memory.count as number | undefined) ?? 0) + 1;
    turn.memory.count = count;
    const text = turn.input.kind === 'text' ? turn.input.text : turn.input.kind;
    // A turn that takes a moment, so that the next one would overtake it if it could.
    if (text.startsWith('slow')) await new Promise((resolve) => setImmediate(resolve));
    if (text === 'break') throw new Error('the walk broke over token=abc');
    if (text === 'send') await turn.context.sendActivity('sent past say()');
    if (text === 'remember') {
      turn.say({ card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'first', rememberAs: 'form' });
      return;
    }
    if (text === 'form') {
      const token = 'aB3'.repeat(15);
      turn.say({ card: { type: 'AdaptiveCard', body: [countries], fallbackText: token }, summary: 'form' });
      return;
    }
    if (text === 'replace') {
      const activityId = (turn.memory.sentCards as Record<string, string>).form as string;
      turn.say({
        card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'second' }] },
        summary: 'second',
        replaces: { activityId },
      });
      return;
    }
    if (text === 'walk') {
      turn.note({ walks: [{ run: 'r1', walk: 'help', step: 'begin', stands: 'finished', begun: true }] });
      turn.note({ notUnderstood: 'walk', outcome: 'answered' });
    }
    turn.note({ understood: { intent: 'none', confidence: 0.5 }, walk: 'help', step: String(count) });
    turn.say({ text: `${count} ${text}` });
  },
};

describe('a turn', () => {
  let store: TestStore;
  let bot: TestBot;
  let faults: Record<string, unknown>[];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (facts: Record<string, unknown>) => void faults.push(facts),
  };

  before(async () => {
    store = await openTestStore();
  });
  after(async () => await store.close());
  beforeEach(async () => {
    await store.clear();
    faults = [];
    bot = await startTestBot({ walks: counting, log: log as never });
  });
  afterEach(async () => await bot.stop());

  it('answers, remembers, and goes on after a restart', async () => {
    const chat = bot.as(giulia);
    assert.deepEqual(
      (await chat.says('ciao')).map(({ text }) => text),
      ['1 ciao'],
    );
    await bot.restart();
    assert.deepEqual(
      (await chat.says('ancora')).map(({ text }) => text),
      ['2 ancora'],
    );
    await bot.bot.conversations.flush();
    await bot.killAndRestart();
    assert.deepEqual(
      (await chat.says('e poi')).map(({ text }) => text),
      ['3 e poi'],
    );
  });

  it('begins anew when the conversation was erased meanwhile', async () => {
    const chat = bot.as(giulia);
    await chat.says('ciao');
    await chat.says('ancora');
    const [conversation] = await Conversation.find().lean();
    await bot.bot.conversations.flush();
    await Conversation.deleteMany({});
    await bot.bot.conversationChanged(conversation?._id ?? '');
    assert.deepEqual(
      (await chat.says('eccomi')).map(({ text }) => text),
      ['1 eccomi'],
    );
    assert.equal(await Conversation.countDocuments(), 1);
  });

  it('is logged with what it did on walks, once, and with what was not understood', async () => {
    const chat = bot.as(giulia);
    await chat.says('walk');
    await chat.says('on');
    const logged = await Message.find().sort({ at: 1, _id: 1 }).lean();
    const help = { run: 'r1', walk: 'help', step: 'begin', stands: 'finished', begun: true };
    assert.deepEqual(
      logged.map(({ direction, walks, notUnderstood, outcome }) => [direction, walks, notUnderstood, outcome]),
      [
        ['in', [help], 'walk', 'answered'],
        ['out', undefined, undefined, undefined],
        ['in', undefined, undefined, undefined],
        ['out', undefined, undefined, undefined],
      ],
    );
  });

  it('a hundred at once in one conversation: none lost, in order, the state right', async () => {
    const chat = bot.as(giulia);
    const sent = Array.from({ length: 100 }, (_, index) => `slow ${index + 1}`);
    await Promise.all(sent.map((text) => chat.says(text)));
    const shown = chat.shown().map(({ text }) => text);
    // Requests may overtake each other on their way here; from the door on the order stays.
    assert.deepEqual(
      shown.map((text) => Number(text.split(' ')[0])),
      sent.map((_, index) => index + 1),
    );
    assert.deepEqual(new Set(shown.map((text) => text.replace(/^\d+ /, ''))), new Set(sent));
    const standing = await Conversation.findById(`teams:${chat.conversation}`).lean();
    assert.equal(JSON.parse(standing?.state ?? '').count, 100);
    const logged = await Message.find({ conversation: `teams:${chat.conversation}` })
      .sort({ at: 1, _id: 1 })
      .lean();
    assert.deepEqual(
      logged.filter(({ direction }) => direction === 'in').map(({ text }) => text),
      shown.map((text) => text.replace(/^\d+ /, '')),
    );
    assert.deepEqual(
      logged.filter(({ direction }) => direction === 'out').map(({ text }) => text),
      shown,
    );
  });

  it('acts once on an activity that is delivered twice: at once, later, and after a restart', async () => {
    const chat = bot.as(giulia);
    const same = { text: 'una volta', id: 'the-same' };
    await Promise.all([chat.posts(same), chat.posts(same)]);
    await chat.posts(same);
    await bot.restart();
    assert.equal((await chat.posts(same)).status, 200);
    assert.deepEqual(
      chat.shown().map(({ text }) => text),
      ['1 una volta'],
    );
  });

  it('says what was recorded and not sent when the process died, once, also when the channel delivers again', async () => {
    const connector = await startFakeConnector();
    const dying = await startTestBot({ walks: counting, connector });
    const chat = dying.as(giulia);
    const arrived = new Promise<void>((resolve) => {
      connector.misbehave = (_method, path) => {
        if (!path.includes('/activities')) return undefined;
        resolve();
        return new Promise(() => undefined);
      };
    });
    void chat.posts({ text: 'ciao', id: 'cut-off' }).catch(() => undefined);
    await arrived;
    connector.misbehave = undefined;
    await dying.killAndRestart();
    await connector.waitFor(({ activity }) => activity.text === '1 ciao');
    await chat.posts({ text: 'ciao', id: 'cut-off' });
    assert.deepEqual(
      (await chat.says('e ora')).map(({ text }) => text),
      ['2 e ora'],
    );
    assert.deepEqual(
      chat.shown().map(({ text }) => text),
      ['1 ciao', '2 e ora'],
    );
    await connector.close();
  });

  it('keeps what the channel does not take for the moment, and says it before anything else', async () => {
    const chat = bot.as(giulia);
    bot.connector.misbehave = (_method, path) => (path.includes('/activities') ? { status: 502 } : undefined);
    assert.deepEqual(await chat.says('uno'), []);
    bot.connector.misbehave = undefined;
    assert.deepEqual(
      (await chat.says('due')).map(({ text }) => text),
      ['1 uno', '2 due'],
    );
    assert.equal(faults.length, 1);
    await bot.restart();
    assert.equal((await Conversation.findById(`teams:${chat.conversation}`).lean())?.unsent, undefined);
  });

  it('answers, although the channel does not take what was left unsaid', async () => {
    const chat = bot.as(giulia);
    bot.connector.misbehave = (_method, path) => (path.endsWith('/activities/first') ? { status: 500 } : undefined);
    assert.deepEqual(await chat.says('uno', { id: 'first' }), []);
    assert.deepEqual(
      (await chat.says('due')).map(({ text }) => text),
      ['2 due'],
    );
    bot.connector.misbehave = undefined;
    assert.deepEqual(
      (await chat.says('tre')).map(({ text }) => text),
      ['1 uno', '3 tre'],
    );
  });

  it('says what was left unsaid where the person is now, though their client has moved', async () => {
    const connector = await startFakeConnector();
    const before = await startTestBot({ walks: counting, connector });
    const { conversation } = before.as(giulia);
    connector.misbehave = (_method, path) => (path.includes('/activities') ? { status: 502 } : undefined);
    await before.post(JSON.stringify(activityOf(giulia, conversation, connector, { text: 'uno' })));
    await before.bot.stop();
    await connector.close();
    await before.stop();
    bot.as(giulia);
    await bot.post(JSON.stringify(activityOf(giulia, conversation, bot.connector, { text: 'due' })));
    const said = bot.connector.calls.filter((call) => call.conversation === conversation);
    assert.deepEqual(
      said.map(({ activity }) => activity.text),
      ['1 uno', '2 due'],
    );
  });

  it('drops what the channel refuses for good, says so in the log, and goes on', async () => {
    const chat = bot.as(giulia);
    bot.connector.misbehave = (_method, path) => (path.includes('/activities') ? { status: 403 } : undefined);
    await chat.says('uno');
    bot.connector.misbehave = undefined;
    assert.deepEqual(
      (await chat.says('due')).map(({ text }) => text),
      ['2 due'],
    );
    const logged = await Message.find({ direction: 'out' }).sort({ _id: 1 }).lean();
    assert.deepEqual(
      logged.map(({ delivery }) => delivery),
      ['failed', undefined],
    );
  });

  it('that breaks gives a sentence with the reference under which the log has the cause; the walk goes on', async () => {
    const chat = bot.as(giulia);
    await chat.says('uno');
    const [sorry] = await chat.says('break');
    const reference = /\*\*(\w{8})\*\*/.exec(sorry?.text ?? '')?.[1];
    assert.match(sorry?.text ?? '', /non ha funzionato/);
    assert.equal(faults[0]?.reference, reference);
    assert.match(String(faults[0]?.err), /the walk broke/);
    assert.deepEqual(
      (await chat.says('due')).map(({ text }) => text),
      ['2 due'],
    );
    const broken = await Message.find({ fault: reference }).lean();
    assert.deepEqual(broken.map(({ direction }) => direction).sort(), ['in', 'out']);
  });

  it('that breaks is not taken again when it is delivered again', async () => {
    const chat = bot.as(giulia);
    await chat.posts({ text: 'break', id: 'broken' });
    await chat.posts({ text: 'break', id: 'broken' });
    assert.equal(chat.shown().length, 1);
  });

  it('replaces an earlier card; where the channel cannot, it is sent as new', async () => {
    const chat = bot.as(giulia);
    const [first] = await chat.says('remember');
    const [second] = await chat.says('replace');
    assert.deepEqual([second?.id, second?.replaced, second?.summary], [first?.id, true, 'second']);
    bot.connector.misbehave = (method) => (method === 'PUT' ? { status: 405 } : undefined);
    const [third] = await chat.says('replace');
    assert.equal(third?.replaced, false);
    bot.connector.misbehave = undefined;
  });

  it('shows all countries of a form, in the chat and to the helpdesk, and keeps but their name', async () => {
    const chat = bot.as(giulia);
    const [shown] = await chat.says('form');
    assert.deepEqual((shown?.card as { body?: unknown[] } | undefined)?.body, [countries]);
    const kept = await Message.findOne({ conversation: `teams:${chat.conversation}`, direction: 'out' }).lean();
    assert.ok((kept?.card?.length ?? 0) < 300, kept?.card);
    assert.match(kept?.card ?? '', /•••/);
    const seen = await transcript(`teams:${chat.conversation}`);
    assert.ok(seen && 'messages' in seen);
    assert.deepEqual(JSON.parse(seen.messages.at(-1)?.card ?? '').body, [countries]);
  });

  it('says in its turn what a dialog sends past say()', async () => {
    assert.deepEqual(
      (await bot.as(giulia).says('send')).map(({ text }) => text),
      ['sent past say()', '1 send'],
    );
  });

  it('stands in the conversation log as the person saw it, secrets masked', async () => {
    const chat = bot.as(giulia);
    const link = `https://usher.contoso.com/invitation/${'aB3'.repeat(15)}`;
    await chat.says(`il link è ${link}`);
    await chat.submits({ password: 'hunter2', choice: 'yes' });
    const logged = await Message.find({ conversation: `teams:${chat.conversation}` })
      .sort({ at: 1, _id: 1 })
      .lean();
    assert.deepEqual(
      logged.map(({ direction, text, value, walk, step, person }) => ({ direction, text, value, walk, step, person })),
      [
        {
          direction: 'in',
          text: 'il link è https://usher.contoso.com/invitation/•••',
          value: undefined,
          walk: 'help',
          step: '1',
          person: giulia.email,
        },
        {
          direction: 'out',
          text: '1 il link è https://usher.contoso.com/invitation/•••',
          value: undefined,
          walk: 'help',
          step: '1',
          person: giulia.email,
        },
        {
          direction: 'in',
          text: '',
          value: '{"password":"•••","choice":"yes"}',
          walk: 'help',
          step: '2',
          person: giulia.email,
        },
        { direction: 'out', text: '2 submit', value: undefined, walk: 'help', step: '2', person: giulia.email },
      ],
    );
    assert.deepEqual(logged[0]?.understood, { intent: 'none', confidence: 0.5 });
    // The person sees the link as it is.
    assert.ok(chat.shown()[0]?.text.includes(link));
  });

  it('of one conversation in two processes: nothing is lost, nothing overtakes', async () => {
    const { connector } = bot;
    const one = await startTestBot({ walks: counting, connector, exclusiveStore: false });
    const two = await startTestBot({ walks: counting, connector, exclusiveStore: false });
    const chat = one.as(giulia);
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        (index % 2 === 0 ? one : two).post(
          JSON.stringify(activityOf(giulia, chat.conversation, connector, { text: `slow ${index}` })),
        ),
      ),
    );
    const numbers = chat.shown().map(({ text }) => Number(text.split(' ')[0]));
    assert.deepEqual(
      numbers,
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
    await one.stop();
    await two.stop();
  });

  it('is taken again when another process wrote in the meantime', async () => {
    const chat = bot.as(giulia);
    await chat.says('uno');
    await bot.bot.conversations.flush();
    await Conversation.updateOne(
      { _id: `teams:${chat.conversation}` },
      { $set: { version: 7, state: '{"count":41}' } },
    );
    assert.deepEqual(
      (await chat.says('due')).map(({ text }) => text),
      ['42 due'],
    );
    assert.equal(await Message.countDocuments({ direction: 'in' }), 2);
  });

  it('greets once when installed, and again when taken out and put in again', async () => {
    const chat = bot.as(giulia);
    assert.deepEqual(
      (await chat.installs()).map(({ text }) => text),
      ['1 installed'],
    );
    assert.deepEqual(await chat.installs(), []);
    await chat.posts({ type: 'installationUpdate', action: 'add', text: undefined });
    assert.equal(chat.shown().length, 1);
    await chat.posts({ type: 'installationUpdate', action: 'remove', text: undefined });
    assert.deepEqual(
      (await chat.installs()).map(({ text }) => text),
      ['2 installed'],
    );
  });
});
