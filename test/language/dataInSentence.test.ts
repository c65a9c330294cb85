import assert from 'node:assert/strict';
import type { SentenceData } from '../../language/dataInSentence.ts';
import { createUnderstanding } from '../../language/understand.ts';

const { understand } = createUnderstanding();

/** Sentence, and what is in it; what is not named must be empty. */
const sentences: [string, Partial<SentenceData>][] = [
  // Addresses.
  [
    'invite Maria.Rossi@Contoso.COM, please',
    {
      emails: ['maria.rossi@contoso.com'],
      suggestedNames: [
        { name: 'Maria Rossi', firstName: 'Maria', lastName: 'Rossi', email: 'maria.rossi@contoso.com' },
      ],
    },
  ],
  ['invita <x12@contoso.com>.', { emails: ['x12@contoso.com'] }],
  ['mailto:x12@contoso.com', { emails: ['x12@contoso.com'] }],
  ['resend to \'hr@contoso.com\' and "sales@contoso.com";', { emails: ['hr@contoso.com', 'sales@contoso.com'] }],
  ['aggiungi jörg@müller.de', { emails: ['jörg@müller.de'] }],
  ['a@b, @contoso, foo@, x@y..com', {}],
  // Roles, in either language whatever the sentence is in.
  ['as user administrator', { roles: ['userAdministrator'] }],
  ['come amministratore degli utenti', { roles: ['userAdministrator'] }],
  ['user admin and report viewer', { roles: ['userAdministrator', 'reportViewer'] }],
  ['visualizzatore report', { roles: ['reportViewer'] }],
  ['può vedere i report', { roles: ['reportViewer'] }],
  ['read only', { roles: ['accountViewer'] }],
  ['sola lettura', { roles: ['accountViewer'] }],
  ['gestore account', { roles: ['accountManager'] }],
  ['gestione account', { roles: ['accountManager'] }],
  ['account manager', { roles: ['accountManager'] }],
  ['agreement admin', { roles: ['agreementAdministrator'] }],
  ['amministratore del contratto', { roles: ['agreementAdministrator'] }],
  ['amministratore account', { roles: ['accountAdministrator'] }],
  ['the ACCOUNT ADMINISTRATOR role', { roles: ['accountAdministrator'] }],
  ['report and account viewer', { roles: ['reportViewer', 'accountViewer'] }],
  ['user adminstrator', { roles: ['userAdministrator'] }],
  ['visualizatore report', { roles: ['reportViewer'] }],
  // The designation is not a role.
  ['who is the purchasing account administrator', {}],
  ["chi è l'amministratore account acquisti", {}],
  ['my administrator', {}],
  // Numbers, told apart by shape, by words, by order.
  ['4100012345 0005012345', { agreementNumber: '4100012345', accountNumber: '0005012345' }],
  ['0005012345, 4100012345', { agreementNumber: '4100012345', accountNumber: '0005012345' }],
  ['agreement 4100 012 345', { agreementNumber: '4100012345' }],
  ['contratto n. 4100-012345', { agreementNumber: '4100012345' }],
  ['4100 012 345 / 0005 012 345', { agreementNumber: '4100012345', accountNumber: '0005012345' }],
  ['4100 012 345 0005 012 345', { agreementNumber: '4100012345', accountNumber: '0005012345' }],
  ['n°4100012345', { agreementNumber: '4100012345' }],
  ['MPSA4100012345', { agreementNumber: '4100012345' }],
  ['account 5012345', { accountNumber: '0005012345' }],
  ['account acquisti n. 5012345', { accountNumber: '0005012345' }],
  ['agreement 7300012345, account 8800012345', { agreementNumber: '7300012345', accountNumber: '8800012345' }],
  [
    '8800012345 is my purchasing account and 7300012345 the agreement',
    { agreementNumber: '7300012345', accountNumber: '8800012345' },
  ],
  [
    'il mio contratto e il mio account sono 7300012345 e 8800012345',
    { agreementNumber: '7300012345', accountNumber: '8800012345' },
  ],
  ['accounts 0005067890 and 0005067891', { accountNumber: '0005067890' }],
  ['call me at +39 333 1234567', {}],
  ['tel 0005012345', {}],
  ['il mio telefono è 3331234567', {}],
  ['20121 Milano, 12-10-2026, 1234567890', {}],
  ['IT60X0542811101000000123456', {}],
  ['41000123456789', {}],
  // Domains.
  ['add contoso.com.', { domains: ['contoso.com'] }],
  ['aggiungi www.contoso.it, grazie', { domains: ['contoso.it'] }],
  ['https://Portal.Contoso.com:8443/x/y.html?z=a.com', { domains: ['portal.contoso.com'] }],
  ['tailspintoys.co.uk and fabrikam.de', { domains: ['tailspintoys.co.uk', 'fabrikam.de'] }],
  ['verifica müller.de', { domains: ['müller.de'] }],
  ['everyone @contoso.ch', { domains: ['contoso.ch'] }],
  ['x12@contoso.com', { emails: ['x12@contoso.com'] }],
  ['see report.csv, readme.md and app.js or archive.zip', {}],
  ['please.no thanks', {}],
  ['version 1.2.3 of 10.0.0.1', {}],
  // Languages and countries.
  ['in Italian', { languages: ['it'] }],
  ['in tedesco', { languages: ['de'] }],
  ['lingua: FR', { languages: ['fr'] }],
  ['itlaiano', { languages: ['it'] }],
  ['English, United States', { languages: ['en'], countries: ['US'] }],
  ['italiano, Italia', { languages: ['it'], countries: ['IT'] }],
  ['paese: DE', { countries: ['DE'] }],
  ['UK', { countries: ['GB'] }],
  ['stop it', {}],
  // Names.
  ['rimuovi dario conti', { names: [{ name: 'Dario Conti', firstName: 'Dario', lastName: 'Conti' }] }],
  [
    'add susan wright and ali hassan',
    {
      names: [
        { name: 'Susan Wright', firstName: 'Susan', lastName: 'Wright' },
        { name: 'Ali Hassan', firstName: 'Ali', lastName: 'Hassan' },
      ],
    },
  ],
  ['il collega luca dal pozzo', { names: [{ name: 'Luca Dal Pozzo', firstName: 'Luca', lastName: 'Dal Pozzo' }] }],
  ['take back the invitation of Tim Lund', { names: [{ name: 'Tim Lund', firstName: 'Tim', lastName: 'Lund' }] }],
  ['che ruolo ha silvia?', {}],
  ['ask marta about it', {}],
  ['sono chiara romano', {}],
  ['chi è il mio amministratore? paolo conti', {}],
  ['marta neri told me to invite x12@contoso.com', { emails: ['x12@contoso.com'] }],
  ['ho sentito elena neri: invita x12@contoso.com', { emails: ['x12@contoso.com'] }],
  [
    'Maria Rossi, x12@contoso.com',
    {
      emails: ['x12@contoso.com'],
      names: [{ name: 'Maria Rossi', firstName: 'Maria', lastName: 'Rossi', email: 'x12@contoso.com' }],
    },
  ],
  [
    'invita la collega Anna Bianchi (anna.bianchi@contoso.com)',
    {
      emails: ['anna.bianchi@contoso.com'],
      names: [{ name: 'Anna Bianchi', firstName: 'Anna', lastName: 'Bianchi', email: 'anna.bianchi@contoso.com' }],
    },
  ],
  [
    'Invite Paolo De Luca <pdl@contoso.com>',
    {
      emails: ['pdl@contoso.com'],
      names: [{ name: 'Paolo De Luca', firstName: 'Paolo', lastName: 'De Luca', email: 'pdl@contoso.com' }],
    },
  ],
  [
    'Rossi Maria maria.rossi@contoso.com',
    {
      emails: ['maria.rossi@contoso.com'],
      names: [{ name: 'Maria Rossi', firstName: 'Maria', lastName: 'Rossi', email: 'maria.rossi@contoso.com' }],
    },
  ],
  [
    'invite maria rossi maria.rossi@contoso.com',
    {
      emails: ['maria.rossi@contoso.com'],
      names: [{ name: 'Maria Rossi', firstName: 'Maria', lastName: 'Rossi', email: 'maria.rossi@contoso.com' }],
    },
  ],
  ['invite Peter Müller please', { names: [{ name: 'Peter Müller', firstName: 'Peter', lastName: 'Müller' }] }],
  ['nome: Maria, cognome: Rossi', { names: [{ name: 'Maria Rossi', firstName: 'Maria', lastName: 'Rossi' }] }],
  ['first name Maria last name Rossi', { names: [{ name: 'Maria Rossi', firstName: 'Maria', lastName: 'Rossi' }] }],
  ['invite Anna Maria Bianchi', { names: [{ name: 'Anna Maria Bianchi' }] }],
  ['Please Invite x12@contoso.com', { emails: ['x12@contoso.com'] }],
  ['invite info@contoso.com', { emails: ['info@contoso.com'] }],
  ["I'm Giulia Romano", {}],
  // Starting over.
  ['start over', { startOver: true }],
  ['ricominciamo da capo', { startOver: true }],
  ['cancel', {}],
];

const nothing: SentenceData = {
  emails: [],
  names: [],
  suggestedNames: [],
  people: [],
  roles: [],
  agreementNumber: null,
  accountNumber: null,
  agreementNumbers: [],
  accountNumbers: [],
  domains: [],
  languages: [],
  countries: [],
  startOver: false,
};

describe('data in a sentence', () => {
  for (const [sentence, expected] of sentences) {
    it(sentence, () => {
      const { data } = understand(sentence);
      const wanted = { ...nothing, ...expected };
      // The lists of all numbers follow from the single ones unless a case says otherwise.
      wanted.agreementNumbers = expected.agreementNumbers ?? data.agreementNumbers;
      wanted.accountNumbers = expected.accountNumbers ?? data.accountNumbers;
      if (expected.emails && !expected.suggestedNames) wanted.suggestedNames = data.suggestedNames;
      wanted.people = data.people;
      assert.deepEqual(data, wanted);
      assert.equal(data.agreementNumbers[0] ?? null, data.agreementNumber);
      assert.equal(data.accountNumbers[0] ?? null, data.accountNumber);
    });
  }

  it('lists every number when there are several', () => {
    const { data } = understand('accounts 0005067890 and 0005067891 of agreement 4100067890');
    assert.deepEqual(data.accountNumbers, ['0005067890', '0005067891']);
    assert.deepEqual(data.agreementNumbers, ['4100067890']);
  });

  it('suggests no name for a department', () => {
    assert.deepEqual(understand('invite info@contoso.com and sales.team@contoso.com').data.suggestedNames, []);
  });

  // What is said of each, as "address: role, role".
  const ofEach: [sentence: string, said: string[]][] = [
    ['invite a@contoso.com as report viewer', ['a: reportViewer']],
    ['invite a@contoso.com and b@contoso.com as report viewers', ['a: reportViewer', 'b: reportViewer']],
    [
      'as report viewer and account manager: a@contoso.com, b@contoso.com',
      ['a: reportViewer accountManager', 'b: reportViewer accountManager'],
    ],
    [
      'a@contoso.com as report viewer and b@contoso.com as user administrator',
      ['a: reportViewer', 'b: userAdministrator'],
    ],
    [
      'a@contoso.com report viewer; b@contoso.com user admin and report viewer',
      ['a: reportViewer', 'b: userAdministrator reportViewer'],
    ],
    [
      'a@contoso.com come visualizzatore report, b@contoso.com come amministratore utenti',
      ['a: reportViewer', 'b: userAdministrator'],
    ],
    ['user admin for a@contoso.com, report viewer for b@contoso.com', ['a: userAdministrator', 'b: reportViewer']],
    [
      'user admin: a@contoso.com and b@contoso.com, report viewer: c@contoso.com',
      ['a: userAdministrator', 'b: userAdministrator', 'c: reportViewer'],
    ],
    [
      'a@contoso.com and b@contoso.com as report viewers, c@contoso.com as user admin',
      ['a: reportViewer', 'b: reportViewer', 'c: userAdministrator'],
    ],
    ['a@contoso.com as account administrator, and b@contoso.com', ['a: accountAdministrator', 'b: ']],
    // Whose is the one in the middle?
    ['as report viewer a@contoso.com account manager b@contoso.com user administrator', ['a: ', 'b: ']],
    ['a@contoso.com as report viewer in Italian, b@contoso.com in German', ['a: reportViewer it', 'b: de']],
  ];
  for (const [sentence, expected] of ofEach) {
    it(`of each: ${sentence}`, () => {
      const said = understand(sentence).data.people.map(
        ({ email, roles, languages }) => `${email.replace(/@.*/, '')}: ${[...roles, ...languages].join(' ')}`,
      );
      assert.deepEqual(said, expected);
    });
  }
});
