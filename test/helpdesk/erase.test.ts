import assert from 'node:assert/strict';
import { AuditEntry } from '../../models/auditEntry.ts';
import { IncomingMail } from '../../models/incomingMail.ts';
import { ListedConversation } from '../../models/listedConversation.ts';
import { Message } from '../../models/message.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { SearchBlock } from '../../models/searchBlock.ts';
import { SearchEntry } from '../../models/searchEntry.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { makeHouse } from '../onboarding/house.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from './console.ts';
import { minute, readLog, say } from './conversations.ts';

describe('erasing a person', () => {
  let store: TestStore;
  let console: TestConsole;
  before(async () => {
    store = await openTestStore();
    console = await startConsole(makeHouse());
  });
  afterEach(() => store.clear());
  after(async () => {
    await console.close();
    await store.close();
  });
  const email = 'giulia.romano@contoso.com';

  it('removes their words wherever they stand, leaves those of others, and is noted', async () => {
    await say('teams:1', [{ text: 'unforgettable words', at: minute(1) }], { person: email });
    await say('teams:group', [
      { text: 'unforgettable here', at: minute(2), person: email },
      { text: 'of somebody else', at: minute(2), person: 'lena.vogel@contoso.com' },
    ]);
    await IncomingMail.create({
      _id: 'in',
      state: 'filed',
      receivedAt: minute(1),
      from: email,
      subject: 'unforgettable',
    });
    await OutgoingMail.create({
      _id: 'out',
      to: { email, firstName: '', lastName: '', language: 'it' },
      notice: { kind: 'mailAnswer', conversation: 'mail:1', heading: 'h', blocks: [], quoted: 'unforgettable' },
      answers: { messageId: '<1@x>', references: [], subject: 'unforgettable' },
      state: 'sent',
      createdAt: minute(1),
    });
    await readLog();
    const browser = await OperatorBrowser.signedIn(console, operators.actor);
    const erased = await browser.post(`/people/${encodeURIComponent(email.toUpperCase())}/erase`);
    assert.deepEqual([erased.status, erased.json], [200, { messages: 2, conversations: 1 }]);
    const left = await Promise.all(
      [Message, SearchEntry, SearchBlock, ListedConversation, IncomingMail, OutgoingMail].map((model) =>
        (model as typeof Message).find().lean(),
      ),
    );
    assert.doesNotMatch(JSON.stringify(left), /unforgettable/);
    assert.equal(await Message.countDocuments(), 1);
    assert.equal(((await browser.get<{ rows: unknown[] }>('/search?q=somebody')).json.rows ?? []).length, 1);
    const noted = await AuditEntry.find({ action: 'personErased' }).lean();
    assert.deepEqual(
      noted.map(({ who, forWhom }) => [who, forWhom]),
      [[operators.actor.email, email]],
    );
    const again = await browser.post(`/people/${encodeURIComponent(email)}/erase`);
    assert.deepEqual(again.json, { messages: 0, conversations: 0 });
  });

  it('is not for those who may only look, nor for what is no address', async () => {
    await say('teams:1', [{ text: 'words' }], { person: email });
    const reader = await OperatorBrowser.signedIn(console, operators.reader);
    assert.equal((await reader.post(`/people/${encodeURIComponent(email)}/erase`)).status, 403);
    const actor = await OperatorBrowser.signedIn(console, operators.actor);
    assert.equal((await actor.post('/people/nobody/erase')).status, 400);
    assert.equal(await Message.countDocuments(), 1);
    assert.equal(await AuditEntry.countDocuments(), 0);
  });
});
