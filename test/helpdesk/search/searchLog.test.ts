import assert from 'node:assert/strict';
import type { ConversationFilter, Page, SearchHit } from '../../../helpdesk/api.ts';
import { writeCursor } from '../../../helpdesk/list/cursor.ts';
import { searchLog } from '../../../helpdesk/search/searchLog.ts';
import { Message } from '../../../models/message.ts';
import { PurchasingAccount } from '../../../models/purchasingAccount.ts';
import { writeSampleAccounts } from '../../dialogs/sampleAccounts.ts';
import { openTestStore, type TestStore } from '../../models/testStore.ts';
import { minute, readLog, say } from '../conversations.ts';

describe('searching the log', () => {
  let store: TestStore;
  before(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.clear());
  after(() => store.close());

  async function search(query: string, filter?: ConversationFilter, cursor?: string, most?: number) {
    await readLog();
    const found = await searchLog(query, filter, cursor, most);
    assert.ok('rows' in found, JSON.stringify(found));
    return found as Page<SearchHit>;
  }
  const texts = ({ rows }: Page<SearchHit>) => rows.map(({ excerpt }) => excerpt.map(({ text }) => text).join(''));
  const marked = ({ rows }: Page<SearchHit>) =>
    rows.map(({ excerpt }) => excerpt.filter((piece) => piece.marked).map(({ text }) => text));

  it('finds messages that have all words, the last as a beginning, newest first', async () => {
    await say('teams:one', [
      { text: 'Who is my administrator?', at: minute(0) },
      { text: 'Your administrator is Marco Ferri.', at: minute(0), direction: 'out' },
      { text: 'Is he the administrator of Fabrikam, too?', at: minute(3) },
    ]);
    await say('mail:two', [{ text: 'Please resend the invitation of our administrator', at: minute(2) }]);
    assert.deepEqual(texts(await search('administrator is')), [
      'Is he the administrator of Fabrikam, too?',
      'Your administrator is Marco Ferri.',
      'Who is my administrator?',
    ]);
    assert.deepEqual(texts(await search('admin')).length, 4);
    assert.deepEqual(texts(await search('resend admin')), ['Please resend the invitation of our administrator']);
    assert.deepEqual(texts(await search('administrator fab')), ['Is he the administrator of Fabrikam, too?']);
    assert.deepEqual(texts(await search('administrator tailspin')), []);
  });

  it('minds neither accents nor case', async () => {
    await say('teams:one', [{ text: 'Perché l’AMMINISTRATORE è già Lucía Núñez?', at: minute(1) }]);
    for (const query of ['perche', 'PERCHÉ', 'amministratore gia', 'lucia nunez', 'Núñez', "l'amministratore"]) {
      assert.equal((await search(query)).rows.length, 1, query);
    }
    assert.deepEqual(marked(await search('GIA nun')), [['già', 'Núñez']]);
  });

  it('finds addresses and numbers whole, however they were written', async () => {
    await say('teams:one', [
      { text: 'Write to maria.rossi@contoso.com or <Anna.Keller@Fabrikam.com>.', at: minute(1) },
      { text: 'Agreement 4100 012 345, account 0005012345.', at: minute(2) },
      { text: 'Not maria@contoso.com and not rossi', at: minute(3) },
    ]);
    assert.deepEqual(marked(await search('maria.rossi@contoso.com')), [['maria.rossi@contoso.com']]);
    assert.deepEqual(marked(await search('maria.rossi@con')), [['maria.rossi@contoso.com']]);
    assert.deepEqual(marked(await search('ANNA.KELLER@fabrikam.com')), [['Anna.Keller@Fabrikam.com']]);
    assert.deepEqual(marked(await search('4100012345')), [['4100 012 345']]);
    assert.deepEqual(marked(await search('4100-012-345')), [['4100 012 345']]);
    assert.deepEqual(marked(await search('000501')), [['0005012345']]);
    assert.equal((await search('rossi')).rows.length, 2);
  });

  it('finds a domain as such, also within an address, a link and what lies below it', async () => {
    await say('teams:one', [
      { text: 'Contoso is an organization', at: minute(1) },
      { text: 'We want to add contoso.org.', at: minute(2) },
      { text: 'See https://www.Contoso.org/start or ask info@contoso.org', at: minute(3) },
      { text: 'It was not contoso.com and not my-contoso.org', at: minute(4) },
      { text: 'Is maria.rossi there? Maria Rossi, I mean', at: minute(5) },
      { text: 'The host is _x.it.fabrikam.example, of info@fabrikam.example', at: minute(6) },
    ]);
    assert.deepEqual(marked(await search('contoso.org')), [['Contoso.org', 'contoso.org'], ['contoso.org']]);
    assert.equal((await search('@CONTOSO.ORG ask')).rows.length, 1);
    assert.deepEqual(marked(await search('contoso.org add')), [['add', 'contoso.org']]);
    // Perhaps further typed.
    assert.deepEqual(marked(await search('contoso.co')), [['contoso.com']]);
    assert.equal((await search('contoso')).rows.length, 4);
    // Names are words, whatever stands between them.
    assert.deepEqual(marked(await search('maria.rossi')), [['maria', 'rossi', 'Maria', 'Rossi']]);
    assert.equal((await search('fabrikam.example')).rows.length, 1);
  });

  it('finds what stands on a card, in a form that was sent and in the subject of a mail', async () => {
    const card = JSON.stringify({
      type: 'AdaptiveCard',
      body: [
        { type: 'TextBlock', text: 'Invite a user' },
        { type: 'Input.ChoiceSet', label: 'Country', choices: [{ title: 'Liechtenstein', value: 'LI' }] },
      ],
      actions: [{ type: 'Action.Submit', title: 'Invite another', data: { usher: { do: 'hidden' } } }],
    });
    await say('teams:one', [
      { text: '', card, direction: 'out', at: minute(1) },
      { text: '', value: JSON.stringify({ usher: { do: 'step', walk: 'x' }, lastName: 'Bianchi' }), at: minute(2) },
    ]);
    await say('mail:two', [{ text: 'See above.', subject: 'Verlängerung', at: minute(3) }]);
    assert.equal((await search('invite another')).rows.length, 1);
    assert.equal((await search('bianchi')).rows.length, 1);
    assert.equal((await search('verlangerung')).rows.length, 1);
    for (const hidden of ['liechtenstein', 'hidden', 'step'])
      assert.equal((await search(hidden)).rows.length, 0, hidden);
  });

  it('finds everything of a person by their address, and nothing else by parts of it', async () => {
    await say('teams:one', [{ text: 'Good morning', at: minute(1) }], { person: 'lena.vogel@contoso.com' });
    assert.equal((await search('lena.vogel@contoso.com')).rows.length, 1);
    assert.equal((await search('vogel')).rows.length, 0);
  });

  it('finds in pages that neither double nor leave out, also at one and the same time', async () => {
    const said = Array.from({ length: 60 }, (_, index) => ({
      text: `needle ${index}`,
      // Turns of three, and long pauses.
      at: minute(Math.floor(index / 3) * (index < 30 ? 1 : 4_000)),
    }));
    await say('teams:one', said);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search('need', {}, cursor, 7);
      assert.ok(page.rows.length <= 7);
      found.push(...page.rows.map(({ messageId }) => messageId));
      cursor = page.next;
    } while (cursor !== undefined);
    const all = await Message.find({}, { _id: 1 }).sort({ at: -1, _id: -1 }).lean();
    assert.deepEqual(
      found,
      all.map(({ _id }) => _id.toHexString()),
    );
  });

  it('finds by a beginning that a thousand words have, alone and with others', async () => {
    const said = Array.from({ length: 1_400 }, (_, index) => ({
      text: `x${letters(index)} ${index % 2 ? 'odd' : 'even'} ${index === 3 ? 'once' : ''}`,
      at: minute(index * 7),
    }));
    await say('teams:one', said);
    assert.equal((await search('x')).rows.length, 25);
    assert.deepEqual(marked(await search('odd x', {}, undefined, 2)), [
      [`x${letters(1_399)}`, 'odd'],
      [`x${letters(1_397)}`, 'odd'],
    ]);
    assert.deepEqual(marked(await search('once x')), [[`x${letters(3)}`, 'once']]);
    assert.equal((await search('even odd x')).rows.length, 0);
  });

  /** @returns a number as a word of three letters. */
  function letters(number: number): string {
    return [26 * 26, 26, 1].map((unit) => String.fromCharCode(97 + (Math.floor(number / unit) % 26))).join('');
  }

  it('keeps to the filters', async () => {
    await writeSampleAccounts();
    const contoso = await PurchasingAccount.findOne({ number: '0005012345' }).orFail();
    await say('teams:one', [{ text: 'a needle', at: minute(1), walk: 'inviteUser' }], {
      person: 'giulia.romano@contoso.com',
      language: 'it',
    });
    await say('mail:two', [{ text: 'a needle', at: minute(24 * 60) }], {
      person: 'nina.west@northwindtraders.com',
      language: 'en',
      waitingForPersonSince: minute(3),
    });
    const conversations = async (filter: ConversationFilter) =>
      (await search('needle', filter)).rows.map(({ conversation }) => conversation.id);
    assert.deepEqual(await conversations({}), ['mail:two', 'teams:one']);
    assert.deepEqual(await conversations({ channel: 'teams' }), ['teams:one']);
    assert.deepEqual(await conversations({ organization: contoso._id.toHexString() }), ['teams:one']);
    assert.deepEqual(await conversations({ walk: 'inviteUser' }), ['teams:one']);
    assert.deepEqual(await conversations({ language: 'en' }), ['mail:two']);
    assert.deepEqual(await conversations({ person: 'Giulia.Romano@contoso.com' }), ['teams:one']);
    assert.deepEqual(await conversations({ state: 'waiting' }), ['mail:two']);
    assert.deepEqual(await conversations({ state: 'open' }), ['teams:one']);
    assert.deepEqual(await conversations({ state: 'waiting', channel: 'teams' }), []);
    assert.deepEqual(await conversations({ from: '2026-11-03' }), ['mail:two']);
    assert.deepEqual(await conversations({ to: '2026-11-02' }), ['teams:one']);
    // Nine in the morning in Rome; the evening before in Honolulu.
    assert.deepEqual(await conversations({ to: '2026-11-01', zone: 'Pacific/Honolulu' }), ['teams:one']);
  });

  it('takes characters of regular expressions and of queries for what they are: no words', async () => {
    await say('teams:one', [{ text: 'a.*b (c|d) $where [x] {"$gt":""} \\d+', at: minute(1) }]);
    for (const query of ['a.*b', '(c|d)', '$where', '[x]', '{"$gt":""}', 'd+']) {
      assert.equal((await search(query)).rows.length, 1, query);
    }
    for (const query of ['.*', '$', '%', '', '   ', '\u202e']) {
      assert.deepEqual(await searchLog(query), { rows: [] }, query);
    }
    for (const query of [`${'a'.repeat(301)}`, 'a b c d e f g h i j k l m']) {
      assert.deepEqual(await searchLog(query), { wrong: ['q'] }, query);
    }
    assert.equal((await search('=channel:teams')).rows.length, 0);
  });

  it('refuses cursors that it did not make, and shows nothing more for one that was made up', async () => {
    await say('teams:one', [{ text: 'needle', at: minute(1) }]);
    await readLog();
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const cursor of ['', 'x', '%00', made([1]), made({ $gt: '' }), made([-1, 'a']), made([1, { $gt: '' }])]) {
      assert.deepEqual(await searchLog('needle', {}, cursor), { wrong: ['cursor'] }, cursor);
    }
    assert.deepEqual(await searchLog('needle', {}, writeCursor({ at: minute(1), id: 'not an id' })), {
      wrong: ['cursor'],
    });
    const ahead = writeCursor({ at: minute(100_000), id: 'f'.repeat(24) });
    assert.equal((await search('needle', {}, ahead)).rows.length, 1);
  });

  it('finds in a message of a megabyte, and in one made to be slow', async () => {
    const long = `first ${'the quick brown fox '.repeat(50_000)} last`;
    const slow = `${'@'.repeat(20_000)}${'1 '.repeat(40_000)}${'a.'.repeat(20_000)} found`;
    await say('teams:one', [
      { text: long, at: minute(1) },
      { text: slow, at: minute(2) },
    ]);
    assert.equal((await search('first fox')).rows.length, 1);
    const [hit] = (await search('quick')).rows;
    assert.ok((hit?.excerpt.map(({ text }) => text).join('') ?? '').length < 300);
  });

  it('shows the place that was found, marked, without cutting words', async () => {
    const text = `${'word '.repeat(100)}needle ${'more '.repeat(100)}`;
    await say('teams:one', [{ text, at: minute(1) }]);
    const [hit] = (await search('needle')).rows;
    const shown = hit?.excerpt ?? [];
    assert.deepEqual(shown[0], { text: '…', marked: false });
    assert.deepEqual(shown.at(-1), { text: '…', marked: false });
    assert.match(shown[1]?.text ?? '', /^(word )+$/);
    assert.deepEqual(shown[2], { text: 'needle', marked: true });
  });
});
