import assert from 'node:assert/strict';
import type { Walks } from '../../dialogs/turn.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { testTenant, usher } from './activities.ts';
import { startTestBot, type TestBot } from './botTest.ts';

const giulia = { email: 'giulia.romano@contoso.com', firstName: 'Giulia', lastName: 'Romano' };

describe('in a group chat', () => {
  let store: TestStore;
  let bot: TestBot;
  const walks: Walks = {
    async onTurn({ input, actor, say }) {
      say({ text: `${actor.email} ${input.kind === 'text' ? input.text : input.kind}` });
    },
  };
  const group = {
    conversation: { id: '19:group', conversationType: 'groupChat', isGroup: true, tenantId: testTenant },
  };
  const mention = { type: 'mention', text: '<at>Usher</at>', mentioned: usher };
  const inGroup = () =>
    bot.connector.calls.filter(({ conversation }) => conversation === '19:group').map(({ activity }) => activity.text);

  before(async () => {
    store = await openTestStore();
  });
  after(async () => await store.close());
  beforeEach(async () => {
    await store.clear();
    bot = await startTestBot({ walks });
  });
  afterEach(async () => await bot.stop());

  it('whoever has no personal chat with Usher is pointed to it, and nothing is told', async () => {
    const chat = bot.as(giulia);
    await chat.posts({ text: '<at>Usher</at> who is my administrator?', entities: [mention], ...group });
    assert.equal(inGroup().length, 1);
    assert.match(inGroup()[0], /Open a personal chat with me/);
  });

  it('the question is answered in the personal chat', async () => {
    const chat = bot.as(giulia);
    await chat.says('hi');
    await chat.posts({ text: '<at>Usher</at> who is my administrator?', entities: [mention], ...group });
    assert.deepEqual(inGroup(), ['I’ve written to you in our personal chat.']);
    assert.deepEqual(
      chat.shown().map(({ text }) => text),
      [`${giulia.email} hi`, `${giulia.email} who is my administrator?`],
    );
  });
});
