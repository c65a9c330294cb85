import assert from 'node:assert/strict';
import type { Role } from '../../models/role.ts';
import { type ListWords, readPeople } from '../../onboarding/readPeople.ts';

const words: Record<string, Role> = {
  'report viewer': 'reportViewer',
  'visualizzatore report': 'reportViewer',
  'account manager': 'accountManager',
  'user administrator': 'userAdministrator',
};
const names: ListWords = {
  roleNamed: (text) => words[text.trim().toLowerCase()],
  saidBeside: (line) => ({
    roles: Object.keys(words).flatMap((role) => (line.includes(role) ? (words[role] ?? []) : [])),
  }),
};
const defaults = { language: 'it', country: 'IT', roles: ['accountViewer'] as Role[] };
const read = (text: string) => readPeople(text, defaults, names);
/** A person in one line; what is as by default is left out. */
const short = (text: string) =>
  read(text).map(({ line, person, problems }) =>
    person
      ? `${line}: ${person.email} ${person.firstName}/${person.lastName} ${person.language} ${person.country} ${person.roles}`
      : `${line}: ${problems.map(({ field, problem }) => `${field} ${problem}`)}`,
  );

const maria = '1: maria.rossi@contoso.com Maria/Rossi it IT accountViewer';

describe('a list of people', () => {
  const rows: [title: string, text: string, expected: string[]][] = [
    ['an address and two names, by commas', 'maria.rossi@contoso.com,Maria,Rossi', [maria]],
    ['by semicolons', 'maria.rossi@contoso.com;Maria;Rossi', [maria]],
    ['by tabs, as a spreadsheet copies it', 'maria.rossi@contoso.com\tMaria\tRossi', [maria]],
    ['as mail programs write it', 'Maria Rossi <maria.rossi@contoso.com>', [maria]],
    ['as mail programs write it, family name first', '"Rossi, Maria" <maria.rossi@contoso.com>', [maria]],
    ['an address and a name behind it', 'maria.rossi@contoso.com Maria Rossi', [maria]],
    ['an address and a name in two cells', 'maria.rossi@contoso.com, Maria Rossi', [maria]],
    [
      'in a list that somebody wrote',
      '- Maria Rossi (maria.rossi@contoso.com)\n2. maria.rossi@contoso.com Maria Rossi',
      [maria, maria.replace('1', '2')],
    ],
    [
      'a role behind name and address',
      'Maria Rossi, maria.rossi@contoso.com, report viewer\nMaria Rossi <maria.rossi@contoso.com>,,,report viewer\nmaria.rossi@contoso.com, Maria Rossi, report viewer',
      [1, 2, 3].map((line) => `${line}: maria.rossi@contoso.com Maria/Rossi it IT reportViewer`),
    ],
    [
      'language and country behind name and address, whichever comes',
      'Maria Rossi <maria.rossi@contoso.com>, Germany\nMaria,Rossi,maria.rossi@contoso.com,report viewer,German',
      [
        '1: maria.rossi@contoso.com Maria/Rossi it DE accountViewer',
        '2: maria.rossi@contoso.com Maria/Rossi de IT reportViewer',
      ],
    ],
    [
      'what is said of the role is no name',
      'm12@contoso.com as report viewer',
      ['1: firstName missing,lastName missing'],
    ],
    ['the names before the address', 'Maria,Rossi,maria.rossi@contoso.com', [maria]],
    ['one name cell before the address', 'Maria Rossi;maria.rossi@contoso.com', [maria]],
    [
      'and what else there is to say behind it',
      'Maria;Rossi;maria.rossi@contoso.com;en;DE;report viewer\nMaria Rossi;maria.rossi@contoso.com;en;DE;report viewer\nMaria Rossi <maria.rossi@contoso.com>;en;DE;report viewer',
      [1, 2, 3].map((line) => `${line}: maria.rossi@contoso.com Maria/Rossi en DE reportViewer`),
    ],
    [
      'all columns',
      'maria.rossi@contoso.com;Maria;Rossi;en;DE;report viewer|account manager',
      ['1: maria.rossi@contoso.com Maria/Rossi en DE accountManager,reportViewer'],
    ],
    [
      'languages and countries by name, in English',
      'maria.rossi@contoso.com,Maria,Rossi,German,Germany,Report Viewer',
      ['1: maria.rossi@contoso.com Maria/Rossi de DE reportViewer'],
    ],
    [
      'languages and countries by name, in Italian',
      'maria.rossi@contoso.com,Maria,Rossi,Tedesco,Svizzera,visualizzatore report + account manager',
      ['1: maria.rossi@contoso.com Maria/Rossi de CH accountManager,reportViewer'],
    ],
    [
      'an English header in another order',
      'Last name,First name,E-mail,Role\nRossi,Maria,maria.rossi@contoso.com,user administrator',
      ['2: maria.rossi@contoso.com Maria/Rossi it IT userAdministrator'],
    ],
    [
      'an Italian header, BOM, CRLF, blank lines',
      '\ufeffNome;Cognome;Posta elettronica;Paese;Lingua;Ruoli\r\n\r\nMaria;Rossi;maria.rossi@contoso.com;Francia;francese;\r\n',
      ['3: maria.rossi@contoso.com Maria/Rossi fr FR accountViewer'],
    ],
    [
      'the line by which Excel is told the separator',
      '\ufeffsep=;\r\nE-mail;First name;Last name\r\nmaria.rossi@contoso.com;Maria;Rossi',
      ['3: maria.rossi@contoso.com Maria/Rossi it IT accountViewer'],
    ],
    [
      'a quoted header behind a BOM, lines that end as old spreadsheets end them, and lines left empty',
      '\ufeff"First name";"Last name";"E-mail"\rMaria;Rossi;maria.rossi@contoso.com\r;;\r; ;\r',
      ['2: maria.rossi@contoso.com Maria/Rossi it IT accountViewer'],
    ],
    [
      'a first line that names no column is a line as all',
      'the team of Milan,x\nmaria.rossi@contoso.com,Maria,Rossi',
      ['1: email noAddress', '2: maria.rossi@contoso.com Maria/Rossi it IT accountViewer'],
    ],
    [
      'a street that is called address, too',
      'Cognome;Nome;Indirizzo;E-mail\nRossi;Maria;Via Roma 1;maria.rossi@contoso.com\nVerdi;Ugo;;ugo@contoso.com',
      [
        '2: maria.rossi@contoso.com Maria/Rossi it IT accountViewer',
        '3: ugo@contoso.com Ugo/Verdi it IT accountViewer',
      ],
    ],
    [
      'a street behind the address',
      'E-mail;Cognome;Nome;Indirizzo\nmaria.rossi@contoso.com;Rossi;Maria;Via Roma 1',
      ['2: maria.rossi@contoso.com Maria/Rossi it IT accountViewer'],
    ],
    [
      'addresses with names in a column, and names in theirs, which count',
      'E-mail;First name;Last name\nMaria Rossi <maria.rossi@contoso.com>;;\nM. Rossi <maria.rossi@contoso.com>;Maria;Rossi',
      [
        '2: maria.rossi@contoso.com Maria/Rossi it IT accountViewer',
        '3: maria.rossi@contoso.com Maria/Rossi it IT accountViewer',
      ],
    ],
    ['blanks before quotation marks', 'maria.rossi@contoso.com, "Maria", "Rossi"', [maria]],
    [
      'one of several roles that nobody knows',
      'maria.rossi@contoso.com;Maria;Rossi;it;IT;report viewer|king',
      ['1: roles unknownRole'],
    ],
    [
      'an export of the directory',
      'displayName,givenName,surname,userPrincipalName\nMaria Rossi,Maria,Rossi,maria.rossi@contoso.com',
      ['2: maria.rossi@contoso.com Maria/Rossi it IT accountViewer'],
    ],
    [
      'several roles in one quoted cell',
      'maria.rossi@contoso.com,Maria,Rossi,it,IT,"Report Viewer, Account Manager"',
      ['1: maria.rossi@contoso.com Maria/Rossi it IT accountManager,reportViewer'],
    ],
    [
      'quoted fields with separators, quotation marks and a line break',
      'email,first name,last name\n"maria.rossi@contoso.com","Maria","Rossi"\nanna@contoso.com,"Anna\nMaria",Bianchi\nugo@contoso.com,Ugo,Verdi',
      [
        '2: maria.rossi@contoso.com Maria/Rossi it IT accountViewer',
        '3: firstName badCharacters',
        '5: ugo@contoso.com Ugo/Verdi it IT accountViewer',
      ],
    ],
    [
      'a quotation mark that is never closed',
      'maria.rossi@contoso.com,"Maria,Rossi\nugo@contoso.com,Ugo,Verdi',
      ['1: firstName badCharacters', '2: ugo@contoso.com Ugo/Verdi it IT accountViewer'],
    ],
    [
      'what is wrong stands beside its field',
      'maria@contoso,Maria,Rossi,Klingon,Atlantis,king\n,Ugo,Verdi\nugo@contoso.com',
      [
        '1: roles unknownRole,email badAddress,language unknownLanguage,country unknownCountry',
        '2: email noAddress',
        '3: firstName missing,lastName missing',
      ],
    ],
    [
      'lines that are no person, or two',
      'maria.rossi@contoso.com,Maria,Rossi\nthe whole team\nugo@contoso.com, anna@contoso.com',
      [maria, '2: email noAddress', '3: email severalAddresses'],
    ],
    [
      'an address that stands in its own name',
      'maria.rossi@contoso.com <maria.rossi@contoso.com> Maria Rossi',
      [maria],
    ],
    ['nothing', ' \n\r\n', []],
  ];
  for (const [title, text, expected] of rows) {
    it(title, () => assert.deepEqual(short(text), expected));
  }

  it('finds nobody in a file that is no list', () => {
    for (const text of ['a'.repeat(1_000_000), 'a@'.repeat(500_000), 'a;'.repeat(500_000), 'a '.repeat(500_000)]) {
      assert.ok(read(text).every(({ person }) => person === undefined));
    }
  });

  // What bounds the time that a file takes: an address is searched for in so much only.
  it('looks at the first 400 characters of a cell', () => {
    const personAfter = (length: number) => `${'a '.repeat(length / 2)}x@y.example`;
    const seen = (text: string) => read(text)[0]?.problems.some(({ problem }) => problem === 'noAddress') === false;
    assert.ok(seen(personAfter(380)));
    assert.ok(!seen(personAfter(400)));
    assert.ok(!seen(personAfter(900_000)));
  });

  it('looks at the first million characters of a file', () => {
    const line = 'maria.rossi@contoso.com,Maria,Rossi\n';
    const people = (text: string) => read(text).filter(({ person }) => person).length;
    const blank = '\n'.repeat(1_000_000 - line.length);
    assert.equal(people(blank + line), 1);
    assert.equal(people(`${blank}${'\n'.repeat(line.length)}${line}`), 0);
  });

  it('keeps the text of each line and stops one line after too many', () => {
    const lines = Array.from({ length: 1_500 }, (_, at) => `person${at}@contoso.com,Person,Number`);
    const people = read(lines.join('\n'));
    assert.equal(people.length, 1_001);
    assert.equal(people[999]?.text, lines[999]);
    assert.equal(people[999]?.line, 1_000);
    assert.equal(read(['E-mail,First name,Last name', ...lines].join('\n')).length, 1_001);
  });
});
