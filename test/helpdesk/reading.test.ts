import assert from 'node:assert/strict';
import type { AuditRow, ConversationRow, Page, SearchHit, Transcript } from '../../helpdesk/api.ts';
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
        ['searched', operators.reader.email, 'giulia.romano@contoso.com', undefined],
        ['transcriptRead', operators.reader.email, 'giulia.romano@contoso.com', id],
      ],
    );
    assert.doesNotMatch(JSON.stringify(noted), /needl/);
  });

  it('notes whose words a search has shown, never what was looked for', async () => {
    const browser = await OperatorBrowser.signedIn(console, operators.reader);
    await say(id, [{ text: 'a needle', at: minute(0) }], { person: 'giulia.romano@contoso.com' });
    await say('mail:2', [{ text: 'a needle, too', at: minute(1) }], { person: 'omar.haddad@contoso.com' });
    await say('mail:3', [{ text: 'a needle of anybody', at: minute(2) }]);
    await browser.get('/search?q=needle');
    await browser.get('/search?q=needle');
    await browser.get('/search?q=too&channel=mail');
    await browser.get('/search?q=nothing');
    await browser.get('/search?q=%25');
    const noted = await AuditEntry.find().sort({ seq: 1 }).lean();
    assert.deepEqual(
      noted.map(({ forWhom, details }) => [forWhom, details]),
      [
        [undefined, { found: 3, people: ['giulia.romano@contoso.com', 'omar.haddad@contoso.com'] }],
        ['omar.haddad@contoso.com', { found: 1, channel: 'mail' }],
        [undefined, { found: 0 }],
        [undefined, { found: 0 }],
      ],
    );
    const about = async (forWhom: string) => {
      const { json } = await browser.get<Page<AuditRow>>(`/audit?forWhom=${forWhom}`);
      return json.rows.map(({ details }) => details?.found);
    };
    assert.deepEqual(await about('omar.haddad@contoso.com'), [1, 3]);
    assert.deepEqual(await about('giulia.romano@contoso.com'), [3]);
    assert.deepEqual(await about('lena.vogel@contoso.com'), []);
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
      [`/search?q=${'a'.repeat(301)}`, ['q']],
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
