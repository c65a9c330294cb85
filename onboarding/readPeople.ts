import { parse } from 'csv-parse/sync';
import { isRole, type Role } from '../models/role.ts';
import { mostPeople } from './checkPeople.ts';
import { countryNamed } from './countryNamed.ts';
import { languageNamed } from './languageNamed.ts';
import type { PeopleLine } from './peopleLine.ts';
import { readInvitee } from './readInvitee.ts';
import type { FieldFault } from './refusal.ts';
import { withoutAccents } from './withoutAccents.ts';

export type { PeopleLine } from './peopleLine.ts';

type Column = 'email' | 'firstName' | 'lastName' | 'language' | 'country' | 'roles';

const usualOrder: readonly Column[] = ['email', 'firstName', 'lastName', 'language', 'country', 'roles'];

/** How a header may call a column, in lower case, with a blank for anything but letters. */
const headerNames: Readonly<Record<Column, readonly string[]>> = {
  email: [
    'email',
    'e mail',
    'mail',
    'address',
    'email address',
    'e mail address',
    'indirizzo',
    'indirizzo email',
    'indirizzo e mail',
    'indirizzo di posta',
    'indirizzo di posta elettronica',
    'posta elettronica',
    // As the directory exports its people.
    'userprincipalname',
    'user principal name',
  ],
  firstName: ['first name', 'firstname', 'given name', 'givenname', 'nome'],
  lastName: ['last name', 'lastname', 'surname', 'family name', 'cognome'],
  language: ['language', 'preferred language', 'lingua', 'lingua preferita'],
  country: ['country', 'region', 'country region', 'paese', 'paese area geografica', 'area geografica', 'nazione'],
  roles: ['role', 'roles', 'ruolo', 'ruoli'],
};

const columnNamed = new Map(
  usualOrder.flatMap((column) => headerNames[column].map((name): [string, Column] => [name, column])),
);

const address = /[^\s<>,;:"()]+@[^\s<>,;:"()]*[^\s<>,;:"().]/;

/** Text beyond this is not read: it is no list of a thousand people. */
const longestText = 1_000_000;

/**
 * What stands in a cell beyond this is not looked at, in characters: no field is that long, and looking for an address in
 * a file that is no list at all would keep everybody waiting.
 */
const longestCell = 400;

/** What only language/ knows of the words in a list. */
export interface ListWords {
  /** @returns the role that the words of a cell name. */
  roleNamed(words: string): Role | undefined;
  /** @returns what is said beside an address in a line without columns: `Maria Rossi maria.rossi@contoso.com report viewer`. */
  saidBeside(line: string): Said;
}

/** Empty where nothing is said of it. */
export interface Said {
  name?: { firstName: string; lastName: string } | undefined;
  language?: string | undefined;
  country?: string | undefined;
  roles: readonly Role[];
}

/**
 * Reads pasted lines or a CSV (product.md, walk 3): separated by `;`, `,` or tab, quoted or not, with a header in English
 * or Italian or none (then address, first name, last name, language, country, roles); or lines such as
 * `Maria Rossi <maria.rossi@contoso.com>`, `maria.rossi@contoso.com Maria Rossi` and `- maria.rossi@contoso.com: report
 * viewer`. Languages and countries are codes or names in English or Italian; several roles are separated by `|` or `+`,
 * in quotes also by `,` or `;`.
 *
 * @param defaults taken where a line says nothing.
 * @param words what language/ knows of them and onboarding does not.
 * @returns one entry per person, at most 1,001: one more than can be invited, so that too many are seen to be. An
 *   entry has a person, or says beside which field something is wrong.
 */
export function readPeople(
  text: string,
  defaults: { language: string; country: string; roles: Role[] },
  words: ListWords,
): PeopleLine[] {
  const clean = text
    .slice(0, longestText)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    // By such a line Excel is told the separator; the lines below keep their numbers.
    .replace(/^sep=.(?=\n)/, '');
  const rows = readRows(clean);
  const columns = rows[0] && headerOf(rows[0].cells);
  return (columns ? rows.slice(1) : rows).slice(0, mostPeople + 1).map(({ line, text: raw, cells }) => {
    const values = columns ? byHeader(columns, cells) : byShape(cells, words);
    return toPerson(line, raw, values, defaults, words);
  });
}

interface Row {
  line: number;
  text: string;
  cells: string[];
}

function readRows(text: string): Row[] {
  const delimiter = delimiterOf(text);
  const lines = text.split('\n');
  const rows: Row[] = [];
  const add = (from: number, to: number, cells: string[]) => {
    const raw = lines
      .slice(from - 1, to)
      .join('\n')
      .trim();
    if (raw !== '' && cells.some((cell) => cell.trim() !== '')) {
      rows.push({ line: from, text: raw.slice(0, 500), cells: cells.map((cell) => cell.trim().slice(0, longestCell)) });
    }
  };
  let from = 1;
  while (from <= lines.length && rows.length < mostPeople + 2) {
    // A quoted field may go on over several lines; a quotation mark that is never closed must not swallow the rest.
    const to = endOfRow(lines, from);
    const raw = lines.slice(from - 1, to).join('\n');
    add(from, to, cellsOf(raw, delimiter));
    from = to + 1;
  }
  return rows;
}

const mostLinesOfOneRow = 5;

/** @returns the 1-based line on which the row that begins on `from` ends. */
function endOfRow(lines: readonly string[], from: number): number {
  let quotes = 0;
  for (let to = from; to < from + mostLinesOfOneRow && to <= lines.length; to++) {
    quotes += (lines[to - 1]?.match(/"/g) ?? []).length;
    if (quotes % 2 === 0) return to;
  }
  return from;
}

function cellsOf(row: string, delimiter: string): string[] {
  if (!row.includes('"')) return row.split(delimiter);
  try {
    const [cells = []] = parse(row, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    }) as string[][];
    return cells;
  } catch {
    // A stray quotation mark: the line is still shown, with what is wrong beside it.
    return row.split(delimiter);
  }
}

/** @returns the separator that most lines have; a comma where there is none. */
function delimiterOf(text: string): string {
  const sample = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const count = (delimiter: string) => sample.filter((line) => line.includes(delimiter)).length;
  return ['\t', ';', ','].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function headerOf(cells: readonly string[]): (Column | undefined)[] | undefined {
  const columns = cells.map((cell) => columnNamed.get(fold(cell)));
  return columns.includes('email') && !cells.some((cell) => address.test(cell)) ? columns : undefined;
}

type Values = Partial<Record<Column, string | undefined>>;

function byHeader(columns: readonly (Column | undefined)[], cells: readonly string[]): Values {
  const values: Values = {};
  columns.forEach((column, at) => {
    const cell = cells[at] ?? '';
    // “Indirizzo” may be that of a street, with the other one in a column behind it.
    const isBetter = column === 'email' && !address.test(values.email ?? '') && address.test(cell);
    if (column && (values[column] === undefined || isBetter)) values[column] = cell;
  });
  // A cell as mail programs copy it.
  if (values.email && /[<\s]/.test(values.email)) return { ...namesAndAddress(values.email), ...named(values) };
  return values;
}

/** @returns the values without the address and without what is empty. */
function named(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([column, value]) => column !== 'email' && value !== ''));
}

function byShape(cells: readonly string[], words: ListWords): Values {
  const [first = '', second = '', third = ''] = cells;
  // `Maria Rossi <maria.rossi@contoso.com>`, `maria.rossi@contoso.com Maria Rossi`: one cell, perhaps more behind it.
  if (address.test(first) && /[<\s]/.test(first)) {
    return { ...withoutColumns(first, words), ...byMeaning(cells.slice(1), words) };
  }
  const at = cells.findIndex((cell) => address.test(cell));
  // `maria.rossi@contoso.com, Maria Rossi, report viewer`: two cells are no first and last name, nor are a name and a role.
  if (
    at === 0 &&
    (cells.length === 2 || (cells.length === 3 && !isInAddress(third, first) && areRoles(third, words)))
  ) {
    return { ...withoutColumns(`${second} ${first}`, words), ...byMeaning(cells.slice(2), words) };
  }
  // `Maria, Rossi, maria.rossi@contoso.com`: the address is where it is, the names keep their order.
  if (at === 1) return { ...withoutColumns(`${first} ${second}`, words), ...byMeaning(cells.slice(2), words) };
  if (at === 2) return { email: third, firstName: first, lastName: second, ...byMeaning(cells.slice(3), words) };
  return zip(usualOrder, cells);
}

/** What stands behind a name and its address: language, country and roles, in this order where they can be of several. */
function byMeaning(cells: readonly string[], words: ListWords): Values {
  const left: Column[] = ['language', 'country', 'roles'];
  const values: Values = {};
  for (const cell of cells) {
    const column = left.find((one) => cell === '' || isOf(one, cell, words)) ?? left[0];
    if (column === undefined) break;
    values[column] = cell;
    left.splice(left.indexOf(column), 1);
  }
  return values;
}

function isOf(column: Column, cell: string, words: ListWords): boolean {
  if (column === 'language') return languageNamed(cell) !== undefined;
  if (column === 'country') return countryNamed(cell) !== undefined;
  return areRoles(cell, words);
}

function areRoles(cell: string, words: ListWords): boolean {
  return rolesOf(cell).every((role) => roleOf(role, words) !== undefined);
}

/** A role as Usher's own files write it, or as people do. */
function roleOf(text: string, { roleNamed }: ListWords): Role | undefined {
  return isRole(text) ? text : roleNamed(text);
}

/** The words of each role in a cell. */
function rolesOf(cell: string): string[] {
  return cell.split(/[|+,;]/).flatMap((part) => part.trim() || []);
}

function zip(columns: readonly Column[], cells: readonly string[]): Values {
  return Object.fromEntries(columns.flatMap((column, at) => (cells[at] === undefined ? [] : [[column, cells[at]]])));
}

/** A name, an address, and whatever else is said of this person, in their own words. */
function withoutColumns(line: string, words: ListWords): Values {
  const values = namesAndAddress(line);
  const name = `${values.firstName} ${values.lastName}`.trim();
  if (name === '' || isInAddress(name, values.email ?? '')) return values;
  const said = words.saidBeside(line);
  if (said.roles.length === 0 && said.language === undefined && said.country === undefined) return values;
  // What is said of the role, say, is no part of the name.
  return {
    email: values.email,
    firstName: said.name?.firstName ?? '',
    lastName: said.name?.lastName ?? '',
    language: said.language,
    country: said.country,
    roles: said.roles.join('|'),
  };
}

/** Whether these words are those of the address: a name, whatever else they mean. */
function isInAddress(text: string, email: string): boolean {
  const local = email.slice(0, email.indexOf('@')).toLowerCase();
  return fold(text)
    .split(' ')
    .every((word) => local.includes(word));
}

function namesAndAddress(cell: string): Values {
  const email = address.exec(cell)?.[0] ?? '';
  const name = cell
    .replaceAll(email, ' ')
    .replace(/[<>"()]|\bmailto:/g, ' ')
    // The dash or number before a line of a list, the colon behind an address.
    .replace(/(?<=^|\s)[^\p{L}\s]+(?=\s|$)/gu, ' ');
  return { email, ...splitName(name) };
}

/** The first word is the first name; `Rossi, Maria` is turned round. */
function splitName(text: string): Values {
  const [family, given] = text.split(',').map((part) => part.trim());
  if (family && given) return { firstName: given, lastName: family };
  const words = text.trim().split(/\s+/).filter(Boolean);
  return { firstName: words[0] ?? '', lastName: words.slice(1).join(' ') };
}

/** How many different addresses, complete or not, stand in a line. */
function addressesIn(text: string): number {
  const words = text.slice(0, longestCell).split(/[\s<>,;"()]+/);
  return new Set(words.filter((word) => word.includes('@')).map((word) => word.toLowerCase())).size;
}

function toPerson(
  line: number,
  text: string,
  values: Values,
  defaults: { language: string; country: string; roles: Role[] },
  words: ListWords,
): PeopleLine {
  const found = addressesIn(text);
  // What else such a line lacks helps nobody: it is none of a list, or is two lines.
  if (found !== 1) {
    return { line, text, problems: [{ field: 'email', problem: found === 0 ? 'noAddress' : 'severalAddresses' }] };
  }
  const faults: FieldFault[] = [];
  const named = rolesOf(values.roles ?? '');
  const roles = named.length === 0 ? defaults.roles : named.flatMap((role) => roleOf(role, words) ?? []);
  if (named.length > 0 && roles.length < named.length) faults.push({ field: 'roles', problem: 'unknownRole' });
  const read = readInvitee({
    email: values.email ?? '',
    firstName: values.firstName ?? '',
    lastName: values.lastName ?? '',
    language: values.language ? (languageNamed(values.language) ?? values.language) : defaults.language,
    country: values.country ? (countryNamed(values.country) ?? values.country) : defaults.country,
    roles,
  });
  if ('fields' in read) faults.push(...read.fields.filter(({ field }) => !faults.some((one) => one.field === field)));
  if (faults.length > 0 || 'fields' in read) return { line, text, problems: faults };
  return { line, text, person: { ...read.invitee, roles: read.roles }, problems: [] };
}

function fold(text: string): string {
  return withoutAccents(text)
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
