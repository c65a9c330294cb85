import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { cardText } from '../../../cards/cardText.ts';
import { countryChoices } from '../../../cards/countryChoices.ts';
import { AuditEntry } from '../../../models/auditEntry.ts';
import { openTestStore, type TestStore } from '../../models/testStore.ts';
import { makeHouse } from '../../onboarding/house.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from '../console.ts';
import { minute, say } from '../conversations.ts';

describe('exports', () => {
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
  const download = async (path: string) => {
    const browser = await OperatorBrowser.signedIn(console, operators.reader);
    return browser.get(`/export/${path}`);
  };

  it('give one conversation as JSON, one object a message, and note it', async () => {
    const [id] = await say('mail:a.b', [{ text: 'Ciao\n"tu"', subject: 'Saluti', at: minute(1), html: '<p>x</p>' }], {
      person: 'giulia.romano@contoso.com',
    });
    const { text, headers } = await download('conversations/mail%3Aa.b.json');
    assert.match(headers.get('content-disposition') ?? '', /attachment; filename="conversation\.json"/);
    assert.deepEqual(JSON.parse(text), [
      {
        conversation: 'mail:a.b',
        channel: 'mail',
        person: 'giulia.romano@contoso.com',
        messageId: id,
        at: minute(1).toISOString(),
        direction: 'in',
        subject: 'Saluti',
        text: 'Ciao\n"tu"',
      },
    ]);
    const noted = await AuditEntry.find({ action: 'exported' }).lean();
    assert.deepEqual(
      noted.map(({ who, forWhom, conversation }) => [who, forWhom, conversation]),
      [[operators.reader.email, 'giulia.romano@contoso.com', 'mail:a.b']],
    );
    assert.equal((await download('conversations/mail%3Anobody.csv')).status, 404);
    assert.equal((await download('conversations/mail%3Aa.b.xls')).status, 400);
  });

  it('give a filtered list as CSV, one row a message, and nothing that a spreadsheet would carry out', async () => {
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'];
    await say(
      'teams:1',
      formulas.map((text, index) => ({ text, at: minute(index) })),
      { language: 'it' },
    );
    await say('teams:2', [{ text: 'not wanted' }], { language: 'en' });
    const { text } = await download('conversations.csv?language=it');
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    assert.deepEqual(
      rows.map((row) => row.text),
      formulas.map((formula) => `'${formula}`),
    );
    const organization = 'a'.repeat(24);
    await download(`conversations.json?person=Omar.Haddad@contoso.com&organization=${organization}&from=2026-11-03`);
    const noted = await AuditEntry.find().sort({ seq: 1 }).lean();
    assert.deepEqual(
      noted.map(({ forWhom, purchasingAccount, details }) => [forWhom, purchasingAccount, details]),
      [
        [undefined, undefined, { format: 'csv', language: 'it', conversations: 1 }],
        ['omar.haddad@contoso.com', organization, { format: 'json', from: '2026-11-03', conversations: 0 }],
      ],
    );
  });

  it('give nothing to be carried out either where a semicolon divides cells, or quotes are not minded', async () => {
    await say('teams:1', [{ text: 'Ciao\n=1+1;@SUM(A1); =2\n- una voce' }]);
    const { text } = await download('conversations/teams%3A1.csv');
    assert.match(text, /,"Ciao\n'=1\+1;'@SUM\(A1\); '=2\n'- una voce",/);
    assert.equal((parse(text, { bom: true, columns: true }) as unknown[]).length, 1);
  });

  it('give cards whole, as the person saw them, and who of the helpdesk wrote', async () => {
    const choices = countryChoices('it');
    const card = { type: 'AdaptiveCard', body: [{ type: 'Input.ChoiceSet', id: 'country', choices }] } as const;
    await say('teams:1', [
      { text: 'Ecco', direction: 'out', card: cardText(card) },
      { text: 'Good morning', direction: 'out', operator: operators.actor },
    ]);
    const rows = JSON.parse((await download('conversations/teams%3A1.json')).text) as Record<string, string>[];
    assert.deepEqual(JSON.parse(rows[0]?.card ?? ''), card);
    assert.equal(rows[1]?.operator, operators.actor.email);
  });

  it('keep what a mail that is not proven claims apart from whose it is', async () => {
    await say('mail:1', [{ text: 'Let me in', person: 'marco.ferri@contoso.com' }]);
    const [row] = JSON.parse((await download('conversations/mail%3A1.json')).text) as Record<string, string>[];
    assert.deepEqual([row?.person, row?.claims], [undefined, 'marco.ferri@contoso.com']);
    assert.equal((await AuditEntry.findOne().orFail()).forWhom, undefined);
  });

  it('give everything of many conversations, piece by piece', async () => {
    for (let index = 0; index < 130; index += 1) {
      await say(
        `teams:${index}`,
        Array.from({ length: index === 5 ? 450 : 2 }, () => ({ text: `said ${'x'.repeat(500)}`, at: minute(index) })),
      );
    }
    const { text } = await download('conversations.json');
    const all = JSON.parse(text) as { messageId: string }[];
    assert.equal(all.length, 129 * 2 + 450);
    assert.equal(new Set(all.map(({ messageId }) => messageId)).size, all.length, 'each once');
    assert.equal((await download('conversations.json?walk=none')).text, '[]\n');
  });
});
