import assert from 'node:assert/strict';
import type { ConversationRow, Page, SearchHit, Transcript } from '../../helpdesk/api.ts';
import { AuditEntry } from '../../models/auditEntry.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { makeHouse } from '../onboarding/house.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from './console.ts';
import { minute, say } from './conversations.ts';

describe('reading in the console', () => {
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
  // As Teams names them: with colons, and slashes may be.
  const id = 'teams:a:1x/ä?';
  const path = `/conversations/${encodeURIComponent(id)}`;

  it('lists, shows and finds what was said a moment ago, and notes each look', async () => {
    const browser = await OperatorBrowser.signedIn(console, operators.reader);
    await say(id, [{ text: 'a needle', at: minute(0) }], { person: 'giulia.romano@contoso.com' });
    const list = await browser.get<Page<ConversationRow>>('/conversations?channel=teams&zone=Europe%2FRome');
    assert.deepEqual(
      list.json.rows.map((row) => row.id),
      [id],
    );
    assert.equal(await AuditEntry.countDocuments(), 0);
    assert.equal((await browser.get(path)).status, 200);
    const shown = await browser.get<Transcript>(`${path}/messages`);
    assert.deepEqual(
      shown.json.messages.map(({ text }) => text),
      ['a needle'],
    );
    const found = await browser.get<Page<SearchHit>>('/search?q=needl');
    assert.equal(found.json.rows[0]?.conversation.id, id);
    const noted = await AuditEntry.find().sort({ action: 1 }).lean();
    assert.deepEqual(
      noted.map(({ action, who, forWhom, conversation }) => [action, who, forWhom, conversation]),
      [
        ['searched', operators.reader.email, undefined, undefined],
        ['transcriptRead', operators.reader.email, 'giulia.romano@contoso.com', id],
      ],
    );
    assert.doesNotMatch(JSON.stringify(noted), /needl/);
  });

  it('refuses what is wrong, by name, and knows nothing of what is not there', async () => {
    const browser = await OperatorBrowser.signedIn(console, operators.reader);
    await say(id, [{ text: 'a needle' }]);
    const wrong: [string, string[]][] = [
      ['/conversations?cursor=x', ['cursor']],
      ['/conversations?state=all&channel=fax', ['channel', 'state']],
      ['/conversations?colour=red', ['colour']],
      ['/conversations?person[$ne]=x', ['person[$ne]']],
      ['/search', ['q']],
      ['/search?q=...', ['q']],
      [`${path}/messages?before=a&after=b`, ['after', 'before']],
      [`${path}/messages?around=zzz`, ['around']],
    ];
    for (const [query, fields] of wrong) {
      const { status, json } = await browser.get<{ refused?: string; fields?: string[] }>(query);
      assert.deepEqual([status, json.refused, json.fields?.toSorted()], [400, 'wrongInput', fields], query);
    }
    for (const nowhere of ['/conversations/teams%3Anobody', '/conversations/teams%3Anobody/messages']) {
      assert.equal((await browser.get(nowhere)).status, 404);
    }
    assert.equal(await AuditEntry.countDocuments(), 0);
  });

  it('shows nothing to those who are not signed in', async () => {
    await say(id, [{ text: 'a needle' }]);
    const nobody = new OperatorBrowser(console.origin);
    for (const one of ['/conversations', path, `${path}/messages`, '/search?q=needle']) {
      const { status, text } = await nobody.get(one);
      assert.equal(status, 401);
      assert.equal(text, '{"refused":"notSignedIn"}');
    }
  });
});
