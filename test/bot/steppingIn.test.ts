import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DateTime, Settings } from 'luxon';
import { noticeCard } from '../../bot/noticeCard.ts';
import { type Proactive, startProactive } from '../../bot/proactive.ts';
import type { Walks } from '../../dialogs/turn.ts';
import { Conversation } from '../../models/conversation.ts';
import { HelpdeskWait } from '../../models/helpdeskWait.ts';
import { Message } from '../../models/message.ts';
import { askForPerson } from '../../onboarding/askForPerson.ts';
import { joinConversation } from '../../onboarding/helpdesk/joinConversation.ts';
import { leaveConversation } from '../../onboarding/helpdesk/leaveConversation.ts';
import { noteInConversation } from '../../onboarding/helpdesk/noteInConversation.ts';
import { sayAsOperator } from '../../onboarding/helpdesk/sayAsOperator.ts';
import { recordMail } from '../../onboarding/perform/recordMail.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { makeHouse, type TestHouse } from '../onboarding/house.ts';
import { type Chat, startTestBot, type TestBot } from './botTest.ts';

const giulia = { email: 'giulia.romano@contoso.com', firstName: 'Giulia', lastName: 'Romano', locale: 'it-IT' };
const paola = { email: 'paola.greco@helpdesk.example', name: 'Paola Greco' };
const sven = { email: 'sven.berg@helpdesk.example', name: 'Sven Berg' };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const walks: Walks = {
  async onTurn({ input, say }) {
    say({ text: `Usher: ${input.kind === 'text' ? input.text : input.kind}` });
  },
};

for (const exclusiveStore of [true, false]) {
  describe(`somebody of the helpdesk in a chat, ${exclusiveStore ? 'one process' : 'several processes'}`, () => {
    let store: TestStore;
    let bot: TestBot;
    let chat: Chat;
    let house: TestHouse;
    let proactive: Proactive;
    let id: string;

    before(async () => {
      store = await openTestStore();
    });
    after(async () => await store.close());
    beforeEach(async () => {
      await store.clear();
      house = makeHouse({
        conversationChanged: (conversation) => bot.bot.conversationChanged(conversation),
        announceWaitingIn: 'en',
      });
      bot = await startTestBot({ walks, exclusiveStore });
      chat = bot.as(giulia);
      id = `teams:${chat.conversation}`;
      await chat.says('ciao');
      proactive = startProactive({
        bot: bot.bot,
        log: silent,
        renderNotice: (notice, _language, to) =>
          noticeCard(house, notice, to, { language: 'it', consoleUrl: 'https://usher.example/helpdesk' }),
        recordMail: (mail, to, notice) => recordMail(house, mail, to, notice),
        channel: {
          channelId: 'msteams',
          serviceUrl: `http://127.0.0.1:${bot.connector.port}`,
          conversation: { id: '19:helpdesk@thread.tacv2' },
          bot: { id: '28:usher' },
          user: { id: '' },
        },
      });
    });
    afterEach(async () => {
      Settings.now = () => Date.now();
      await proactive.stop();
      await bot.stop();
    });

    const carriedOut = async () => {
      await house.work();
      await proactive.drain();
    };
    const summaries = () => chat.shown().map(({ text, summary }) => summary ?? text);
    const transcript = async () => (await Message.find({ conversation: id }).sort({ at: 1, _id: 1 }).lean()) ?? [];

    it('is told of, answers, and Usher is silent until it is handed back', async () => {
      assert.deepEqual(await joinConversation(house, paola, id), { outcome: 'joined' });
      assert.deepEqual(await joinConversation(house, paola, id), { outcome: 'joined' });
      await carriedOut();
      assert.match(summaries().at(-1) ?? '', /Paola Greco del nostro supporto è qui/);
      const before = chat.shown().length;
      assert.deepEqual(await chat.says('mi aiuta?'), [], 'Usher says nothing');
      const words = { id: randomUUID(), text: 'Certo.\n\n**Un momento**, guardo [qui](https://evil.example).' };
      assert.deepEqual(await sayAsOperator(house, paola, id, words), { outcome: 'said' });
      assert.deepEqual(await sayAsOperator(house, paola, id, words), { outcome: 'said' }, 'pressed twice');
      await carriedOut();
      assert.deepEqual(await sayAsOperator(house, paola, id, words), { outcome: 'said' }, 'pressed again, late');
      await carriedOut();
      assert.equal(chat.shown().length, before + 1, 'said once');
      const said = chat.shown().at(-1);
      assert.match(said?.summary ?? '', /^Paola Greco, supporto: Certo/);
      assert.doesNotMatch(JSON.stringify(said?.card), /"TextBlock"/, 'what people write is no Markdown');
      assert.deepEqual(await leaveConversation(house, paola, id, 'handedBack'), { outcome: 'left' });
      await carriedOut();
      assert.match(summaries().at(-1) ?? '', /ha lasciato la conversazione/);
      assert.deepEqual(
        (await chat.says('e adesso?')).map(({ text }) => text),
        ['Usher: e adesso?'],
      );
      const log = await transcript();
      assert.deepEqual(
        log.flatMap(({ operator, text, delivery }) => (operator ? [[operator.email, text, delivery]] : [])),
        [[paola.email, words.text, undefined]],
      );
      assert.ok(log.some(({ direction, text }) => direction === 'in' && text === 'mi aiuta?'));
    });

    it('is one only: another one is told who is there', async () => {
      await joinConversation(house, paola, id);
      assert.deepEqual(await joinConversation(house, sven, id), { outcome: 'joinedByOther', by: paola.name });
      const words = { id: randomUUID(), text: 'Hello' };
      assert.deepEqual(await sayAsOperator(house, sven, id, words), { outcome: 'joinedByOther', by: paola.name });
      assert.deepEqual(await leaveConversation(house, sven, id, 'done'), { outcome: 'joinedByOther', by: paola.name });
      await leaveConversation(house, paola, id, 'handedBack');
      assert.deepEqual(await sayAsOperator(house, paola, id, words), { outcome: 'notJoined' });
      assert.deepEqual(await leaveConversation(house, paola, id, 'handedBack'), { outcome: 'notJoined' });
      assert.deepEqual(await joinConversation(house, sven, id), { outcome: 'joined' });
      assert.deepEqual(await joinConversation(house, sven, 'teams:nowhere'), { outcome: 'notFound' });
    });

    it('of two in one instant one joins', async () => {
      const both = await Promise.all([joinConversation(house, paola, id), joinConversation(house, sven, id)]);
      assert.deepEqual(both.map(({ outcome }) => outcome).sort(), ['joined', 'joinedByOther']);
      await carriedOut();
      assert.equal(summaries().filter((said) => /del nostro supporto è qui/.test(said ?? '')).length, 1);
    });

    it('who joins takes the person out of the queue; how long they waited is kept', async () => {
      const actor = { ...giulia, language: 'it', channel: 'teams' as const };
      await askForPerson(house, actor, { conversationId: id });
      await askForPerson(house, actor, { conversationId: id });
      await carriedOut();
      const announced = bot.connector.calls.filter(({ conversation }) => conversation === '19:helpdesk@thread.tacv2');
      assert.equal(announced.length, 1, 'announced once');
      assert.match(JSON.stringify(announced), /helpdesk\/conversations\/teams%3A/);
      const since = DateTime.now();
      Settings.now = () => since.plus({ minutes: 7 }).toMillis();
      await joinConversation(house, paola, id);
      await carriedOut();
      assert.equal((await Conversation.findById(id).lean())?.waitingForPersonSince, undefined);
      const [wait, ...more] = await HelpdeskWait.find().lean();
      assert.equal(more.length, 0);
      const minutes = ((wait?.until.getTime() ?? 0) - (wait?.since.getTime() ?? 0)) / 60_000;
      assert.ok(minutes >= 6.9 && minutes < 8, String(minutes));
    });

    it('nobody is put into the queue where somebody is already', async () => {
      await joinConversation(house, paola, id);
      await askForPerson(house, { ...giulia, language: 'it', channel: 'teams' }, { conversationId: id });
      assert.equal((await Conversation.findById(id).lean())?.waitingForPersonSince, undefined);
    });

    it('is handed back with a note when nobody answers for half an hour', async () => {
      const begun = DateTime.now();
      const minutesLater = async (minutes: number) => {
        Settings.now = () => begun.plus({ minutes }).toMillis();
        await carriedOut();
        await carriedOut();
      };
      await joinConversation(house, paola, id);
      await minutesLater(20);
      await sayAsOperator(house, paola, id, { id: randomUUID(), text: 'Un momento' });
      await minutesLater(49);
      assert.ok((await Conversation.findById(id).lean())?.joined, 'half an hour counts from the last word');
      await minutesLater(51);
      assert.equal((await Conversation.findById(id).lean())?.joined, undefined);
      const notes = (await transcript()).filter(({ direction }) => direction === 'note');
      assert.deepEqual(
        notes.map(({ outcome, operator }) => [outcome, operator?.name]),
        [['handedBackIdle', 'Paola Greco']],
      );
      assert.match(summaries().at(-1) ?? '', /ha lasciato la conversazione/);
      assert.equal((await chat.says('ancora qui')).length, 1);
    });

    it('that is done opens again when the person writes', async () => {
      await leaveConversation(house, paola, id, 'done');
      await carriedOut();
      assert.ok((await Conversation.findById(id).lean())?.doneAt);
      assert.equal(chat.shown().length, 1, 'nobody was there, so that nobody takes leave');
      await chat.says('un’altra cosa');
      assert.equal((await Conversation.findById(id).lean())?.doneAt, undefined);
    });

    it('goes on over a restart in the middle', async () => {
      await joinConversation(house, paola, id);
      await bot.killAndRestart();
      const said = await chat.says('c’è qualcuno?');
      assert.ok(
        said.every(({ text }) => text === 'Usher: ciao'),
        'at most what was not known to be said',
      );
    });

    it('presses still act', async () => {
      await joinConversation(house, paola, id);
      assert.equal((await chat.submits({ action: 'anything' })).length, 1);
    });

    it('notes are for the helpdesk only; wrong words are refused by name', async () => {
      const note = { id: randomUUID(), text: 'Calls herself Giulia, is Giulia.' };
      assert.deepEqual(await noteInConversation(sven, id, note), { outcome: 'noted' });
      assert.deepEqual(await noteInConversation(sven, id, note), { outcome: 'noted' });
      await carriedOut();
      assert.equal(chat.shown().length, 1);
      assert.equal((await transcript()).filter(({ direction }) => direction === 'note').length, 1);
      await joinConversation(house, paola, id);
      for (const [words, fields] of [
        [{ id: 'x', text: 'ok' }, ['id']],
        [{ id: randomUUID(), text: ' \n ' }, ['text']],
        [{ id: randomUUID(), text: 'x'.repeat(8_001) }, ['text']],
      ] as const) {
        assert.deepEqual(await sayAsOperator(house, paola, id, words), { outcome: 'wrongInput', fields });
        assert.deepEqual(await noteInConversation(paola, id, words), { outcome: 'wrongInput', fields });
      }
    });
  });
}
