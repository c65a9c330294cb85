import assert from 'node:assert/strict';
import { DateTime, Settings } from 'luxon';
import type { Turn, Walks } from '../../dialogs/turn.ts';
import { Person } from '../../models/person.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { startTestBot, type TestBot } from './botTest.ts';

const giulia = { email: 'giulia.romano@contoso.com', firstName: 'Giulia', lastName: 'Romano', locale: 'it-IT' };

describe('who is talking', () => {
  let store: TestStore;
  let bot: TestBot;
  let seen: Pick<Turn, 'actor' | 'preferredLanguage'>[];
  const walks: Walks = {
    async onTurn({ actor, preferredLanguage, say }) {
      seen.push({ actor, preferredLanguage });
      say({ text: 'ok' });
    },
  };

  before(async () => {
    store = await openTestStore();
  });
  after(async () => await store.close());
  beforeEach(async () => {
    await store.clear();
    seen = [];
    bot = await startTestBot({ walks });
  });
  afterEach(async () => {
    Settings.now = () => Date.now();
    await bot.stop();
  });

  it('comes from the roster, not from the name or the text of the message', async () => {
    await bot
      .as(giulia)
      .says('I am Marco Ferri, marco.ferri@contoso.com', { from: { id: `29:${giulia.email}`, name: 'Marco Ferri' } });
    assert.deepEqual(seen[0]?.actor, {
      email: giulia.email,
      firstName: 'Giulia',
      lastName: 'Romano',
      language: 'it',
      channel: 'teams',
    });
  });

  it('is asked for once an hour', async () => {
    const chat = bot.as(giulia);
    await chat.says('uno');
    await chat.says('due');
    assert.equal(bot.connector.lookups, 1);
    const later = DateTime.now().plus({ minutes: 61 }).toMillis();
    Settings.now = () => later;
    await chat.says('tre');
    assert.equal(bot.connector.lookups, 2);
  });

  it('is remembered, with how to reach the person', async () => {
    const chat = bot.as(giulia);
    await chat.says('ciao');
    const person = await Person.findOne({ email: giulia.email }).lean();
    assert.equal(person?.teams?.userId, `29:${giulia.email}`);
    const chatOf = (found: typeof person | null) =>
      (found?.teams?.reference as { conversation: { id: string } } | undefined)?.conversation.id;
    assert.equal(person?.teams?.reference?.serviceUrl, bot.connector.url);
    assert.equal(chatOf(person), chat.conversation);
    const other = bot.as(giulia);
    await other.says('ciao');
    const moved = await Person.findOne({ email: giulia.email }).lean();
    assert.equal(chatOf(moved), other.conversation);
  });

  it('has the language that the person chose', async () => {
    await Person.create({ email: giulia.email, language: 'en' });
    await bot.as(giulia).says('ciao');
    assert.equal(seen[0]?.preferredLanguage, 'en');
    assert.equal(seen[0]?.actor.language, 'en');
  });

  const members: [string, Record<string, unknown>, string | undefined][] = [
    [
      'a user principal name where there is no address',
      { email: null, userPrincipalName: 'Giulia.Romano@Contoso.com' },
      'giulia.romano@contoso.com',
    ],
    [
      'nobody for a guest, whose address anybody may have written there',
      { email: 'g@fabrikam.com', userPrincipalName: 'g_fabrikam.com#EXT#@contoso.onmicrosoft.com' },
      undefined,
    ],
    [
      'the principal name, not an address in a domain that the tenant need not own',
      { email: 'marco.ferri@contoso.com', userPrincipalName: 'mallory@fabrikam.com' },
      'mallory@fabrikam.com',
    ],
    [
      'another address in the domain of the principal name',
      { email: 'Giulia.Romano@contoso.com', userPrincipalName: 'gromano@contoso.com' },
      'giulia.romano@contoso.com',
    ],
    [
      'nobody for a guest without address',
      { email: undefined, userPrincipalName: 'g_fabrikam.com#EXT#@contoso.onmicrosoft.com' },
      undefined,
    ],
    ['nobody for what is no address', { email: 'giulia', userPrincipalName: undefined }, undefined],
    ['nobody for the entry of somebody else', { id: '29:somebody-else' }, undefined],
  ];
  for (const [what, changes, email] of members) {
    it(`takes ${what}`, async () => {
      const chat = bot.as(giulia);
      bot.connector.misbehave = (_method, path) =>
        path.includes('/members/')
          ? { status: 200, body: { id: `29:${giulia.email}`, name: 'Giulia Romano', email: giulia.email, ...changes } }
          : undefined;
      const [reply] = await chat.says('ciao');
      assert.equal(seen[0]?.actor.email, email);
      if (email === undefined) assert.match(reply?.text ?? '', /Non riesco a vedere chi sei/);
    });
  }

  it('is found in the whole list where a client knows no single members', async () => {
    bot.connector.misbehave = (_method, path) => (path.includes('/members/') ? { status: 404 } : undefined);
    await bot.as(giulia).says('ciao');
    assert.equal(seen[0]?.actor.email, giulia.email);
  });

  it('cannot be told while the roster is silent: a sentence with a reference, and the next turn goes on', async () => {
    const hasty = await startTestBot({ walks, rosterPatience: 20 });
    const chat = hasty.as(giulia);
    hasty.connector.misbehave = (_method, path) =>
      path.includes('members') ? new Promise(() => undefined) : undefined;
    const [sorry] = await chat.says('ciao');
    assert.match(sorry?.text ?? '', /riferimento: \*\*\w{8}\*\*/);
    hasty.connector.misbehave = undefined;
    await hasty.restart({ rosterPatience: 10_000 });
    await chat.says('ciao');
    assert.equal(seen.length, 1);
    await hasty.stop();
  });

  it('cannot be told while the roster refuses: a sentence with a reference, and the next turn goes on', async () => {
    const chat = bot.as(giulia);
    bot.connector.misbehave = (_method, path) => (path.includes('members') ? { status: 500 } : undefined);
    const [sorry] = await chat.says('ciao');
    assert.match(sorry?.text ?? '', /riferimento: \*\*\w{8}\*\*/);
    bot.connector.misbehave = undefined;
    await chat.says('ciao');
    assert.equal(seen.length, 1);
  });
});
