import { isRole, type Role } from '../models/role.ts';
import { findDomains } from './extract/domains.ts';
import { type FoundEmail, findEmails } from './extract/emails.ts';
import { findNames, type NameCues, type PersonName } from './extract/names.ts';
import { findNumbers, type NumberCues } from './extract/numbers.ts';
import { saidOfEach } from './extract/saidOfEach.ts';
import { isTaken, type Span } from './extract/span.ts';
import { suggestName } from './extract/suggestName.ts';
import { gatherWordings } from './extract/wordings.ts';
import { foldText } from './foldText.ts';
import type { WordLists } from './readUtterances.ts';
import { splitWords, type Word } from './splitWords.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a sentence says beside what its writer wants. Empty lists, `null` and `false` where it says nothing. */
export interface SentenceData {
  /** Lower-cased. */
  emails: string[];
  names: PersonName[];
  /** Names read off addresses that stand without one (maria.rossi@…): to fill in a form, to be looked at by a person. */
  suggestedNames: PersonName[];
  /** Whose addresses these are, in the order of the sentence, with what is said of each of them. */
  people: PersonInSentence[];
  /** In the order of the sentence. */
  roles: Role[];
  /** Ten digits; the first, when there are several. */
  agreementNumber: string | null;
  /** Ten digits; the first, when there are several. */
  accountNumber: string | null;
  agreementNumbers: string[];
  accountNumbers: string[];
  /** Host names, lower-cased, without `www.`. */
  domains: string[];
  /** BCP 47: `it`, `de`. */
  languages: string[];
  /** ISO 3166: `IT`, `DE`. */
  countries: string[];
  /** The writer does not only want to stop but to begin anew. */
  startOver: boolean;
}

/** Somebody whose address stands in a sentence. */
export interface PersonInSentence {
  email: string;
  /** As the sentence says it, or as the address suggests. */
  name: PersonName | undefined;
  roles: Role[];
  languages: string[];
  countries: string[];
}

/** A sentence with its data taken out. */
export interface ReadSentence {
  data: SentenceData;
  /** The folded words, sentence by sentence; data stands in them as `#email`, `#number` … so that any address is alike. */
  sentences: string[][];
  /** The folded words that are written in some language: all but addresses, domains, numbers, names and roles. */
  words: string[];
  /** Those of roles, whose English names are used in all languages. */
  roleWords: string[];
  /** The words that may be somebody's name, as typed: given names, and those that are no known words. */
  mentioned: string[];
}

/**
 * Prepares the reader of data from the word lists of all languages.
 *
 * @param lists by language.
 * @param vocabulary tells ordinary words from names and typing errors.
 */
export function createDataReader(
  lists: ReadonlyMap<string, WordLists>,
  vocabulary: Vocabulary,
): (text: string) => ReadSentence {
  const wordings = gatherWordings(lists);
  const cue = (name: string, part = (word: string) => word) => {
    const cues = new Set<string>();
    for (const own of lists.values()) {
      for (const word of own.get(`cue ${name}`) ?? []) cues.add(part(foldText(word)));
    }
    return (word: string) => cues.has(word);
  };
  const [isAgreement, isAccount, isPhone] = [cue('agreement'), cue('account'), cue('phone')];
  const numberCues: NumberCues = {
    kindOf: (word) =>
      isAgreement(word) ? 'agreement' : isAccount(word) ? 'account' : isPhone(word) ? 'phone' : undefined,
    isFiller: cue('filler'),
  };
  const isOrdinaryCue = cue('ordinary');
  const givenNames = new Set<string>();
  for (const own of lists.values()) {
    for (const line of own.get('words givenName') ?? []) for (const { text } of splitWords(line)) givenNames.add(text);
  }
  const isGivenName = (word: string) => givenNames.has(word) && !vocabulary.isOrdinaryRatherThanName(word);
  const introduces = cue('introduces');
  const nameCues: NameCues = {
    introduces,
    isMyself: cue('myself'),
    isFirstName: cue('firstName'),
    isLastName: cue('lastName'),
    endsLabel: cue('lastName', (label) => label.replace(/^.* /, '')),
    isGivenName,
    isOrdinary: (word) =>
      isOrdinaryCue(word) || introduces(word) || (vocabulary.isOrdinary(word) && !isGivenName(word)),
  };
  const isDomainCue = cue('domain');
  const announces = { language: cue('language'), country: cue('country') };

  return (text) => {
    const words = splitWords(text);
    const emails = text.includes('@') ? findEmails(text) : [];
    const spans: Span[] = [...emails];
    const domains = findDomains(
      text,
      spans,
      (word) => vocabulary.isOrdinary(foldText(word)),
      (word) => isDomainCue(foldText(word)),
    );
    spans.push(...domains);
    const numbers = /\d{2}/.test(text) ? findNumbers(text, words, spans, numberCues) : [];
    spans.push(...numbers);

    const data: SentenceData = {
      emails: unique(emails.map(({ address }) => address)),
      names: [],
      suggestedNames: [],
      people: [],
      roles: [],
      agreementNumber: null,
      accountNumber: null,
      agreementNumbers: unique(numbers.filter(({ means }) => means === 'agreement').map(({ digits }) => digits)),
      accountNumbers: unique(numbers.filter(({ means }) => means === 'account').map(({ digits }) => digits)),
      domains: domains.map(({ domain }) => domain),
      languages: [],
      countries: [],
      startOver: false,
    };
    data.agreementNumber = data.agreementNumbers[0] ?? null;
    data.accountNumber = data.accountNumbers[0] ?? null;

    const spellAll = (spell: (word: string) => string) =>
      words.map((word, index) =>
        mayBeName(text, word, index) || nameCues.isGivenName(words[index - 1]?.text ?? '')
          ? word.text
          : spell(word.text),
      );
    const spelled = spellAll(vocabulary.spell);
    const found = wordings.find(spellAll(vocabulary.spellBoldly));
    const places: Said[] = [];
    for (const { kind, values, from, to } of found) {
      const [start, end] = [(words[from] as Word).start, (words[to - 1] as Word).end];
      if (isTaken(spans, start, end)) continue;
      if (kind === 'startOver') data.startOver = true;
      else places.push({ kind: kind as Span['kind'], start, end, values });
    }
    const names = findNames(text, words, emails, [...spans, ...places.filter(({ kind }) => kind === 'role')], nameCues);
    spans.push(...names);
    data.names = names.map(({ person }) => person);
    // "Georgia Smith" is a person and no country.
    const stated = places.filter(({ start, end }) => !isTaken(spans, start, end));
    spans.push(...stated);
    const said = [...stated, ...codesAfter(text, words, announces)];
    Object.assign(data, valuesOf(said));
    data.suggestedNames = data.emails
      .filter((email) => !data.names.some((name) => name.email === email))
      .map(suggestName)
      .filter((name) => name !== undefined);
    data.people = peopleIn(emails, said, data);
    const isIn = (of: readonly Span[], index: number) => {
      const { start, end } = words[index] as Word;
      return isTaken(of, start, end);
    };
    const ofRoles = spans.filter(({ kind }) => kind === 'role');
    const foreign = spans.filter(({ kind }) => kind !== 'language' && kind !== 'country');
    return {
      data,
      sentences: maskedSentences(text, words, spelled, spans),
      words: spelled.filter(
        (word, index) => !/^\p{N}/u.test(word) && !nameCues.isGivenName(word) && !isIn(foreign, index),
      ),
      roleWords: spelled.filter((_, index) => isIn(ofRoles, index)),
      mentioned: words
        .filter((word, index) => {
          // "Giulias": whose something is, without the apostrophe.
          if (isIn(names, index) || isGivenName(word.text.replace(/s$/, ''))) return true;
          const isKnown = nameCues.isOrdinary(word.text) || spelled[index] !== word.text;
          return /^\p{L}{3}/u.test(word.text) && !isKnown && !isIn(spans, index);
        })
        .map(({ start, end }) => text.slice(start, end)),
    };
  };
}

/** A role, language or country, with what it is. */
interface Said extends Span {
  values: string[];
}

/** "lingua: IT", "country DE": two letters count only right after the word that announces them. */
function codesAfter(
  text: string,
  words: readonly Word[],
  announces: Record<'language' | 'country', (word: string) => boolean>,
): Said[] {
  const codes: Said[] = [];
  for (let i = 0; i + 1 < words.length; i++) {
    const word = words[i] as Word;
    const { start, end } = words[i + 1] as Word;
    const typed = text.slice(start, end);
    if (typed.length !== 2) continue;
    const gap = text.slice(word.end, start);
    if (!(/[:=]/.test(gap) || typed === typed.toUpperCase())) continue;
    for (const kind of ['language', 'country'] as const) {
      if (!announces[kind](word.text)) continue;
      const code = kind === 'language' ? typed.toLowerCase() : typed.toUpperCase();
      const name = new Intl.DisplayNames('en', { type: kind === 'language' ? 'language' : 'region', fallback: 'none' });
      if (/^[a-z]{2}$/i.test(code) && name.of(code) !== undefined) codes.push({ kind, start, end, values: [code] });
    }
  }
  return codes;
}

type Values = Pick<SentenceData, 'roles' | 'languages' | 'countries'>;

function valuesOf(said: readonly Said[]): Values {
  const values: Values = { roles: [], languages: [], countries: [] };
  for (const { kind, values: these } of said) {
    if (kind === 'role') values.roles.push(...these.filter(isRole));
    else values[kind === 'language' ? 'languages' : 'countries'].push(...these);
  }
  return {
    roles: unique(values.roles),
    languages: unique(values.languages),
    countries: unique(values.countries),
  };
}

function peopleIn(
  emails: readonly FoundEmail[],
  said: readonly Said[],
  { names, suggestedNames, roles, languages, countries }: SentenceData,
): PersonInSentence[] {
  const personAt = ({ address }: FoundEmail, values: Values): PersonInSentence => ({
    email: address,
    name: [...names, ...suggestedNames].find(({ email }) => email === address),
    ...values,
  });
  const [first, ...more] = emails;
  if (!first) return [];
  if (more.length === 0) return [personAt(first, { roles, languages, countries })];
  const met = new Set<string>();
  const whose = emails.filter(({ address }) => !met.has(address) && met.add(address));
  const ofEach = (['role', 'language', 'country'] as const).map((kind) =>
    saidOfEach(
      whose,
      said.filter((one) => one.kind === kind),
    ),
  );
  return whose.map((email, index) => personAt(email, valuesOf(ofEach.flatMap((lists) => lists[index] ?? []))));
}

/** "Giulia Romano" is no typing error for "romeno"; longer words ("Adminstrator") are seldom names. */
function mayBeName(text: string, { start, end }: Word, index: number): boolean {
  return index > 0 && end - start < 8 && /^\p{Lu}\p{Ll}/u.test(text.slice(start, end));
}

function maskedSentences(text: string, words: readonly Word[], spelled: readonly string[], spans: Span[]): string[][] {
  const sentences: string[][] = [[]];
  const ordered = spans.sort((a, b) => a.start - b.start);
  let next = 0;
  let last = 0;
  let masked: Span | undefined;
  for (const [index, word] of words.entries()) {
    while (ordered[next] && (ordered[next] as Span).end <= word.start) next++;
    const span = (ordered[next]?.start ?? text.length) < word.end ? ordered[next] : undefined;
    // The full stops of an address or a number end no sentence.
    const isWithin = span !== undefined && span === masked;
    if (!isWithin && /[!?\n;]|[.:](?:\s|$)/.test(text.slice(last, word.start)) && sentences.at(-1)?.length) {
      sentences.push([]);
    }
    last = word.end;
    const sentence = sentences.at(-1) as string[];
    if (!span) {
      sentence.push(/^\p{N}/u.test(word.text) ? '#digits' : (spelled[index] as string));
      continue;
    }
    if (!isWithin) sentence.push(`#${span.kind}`);
    masked = span;
    // A role's own words say a lot about what is wanted; the words of other data say nothing.
    if (span.kind === 'role') sentence.push(spelled[index] as string);
  }
  if (/\p{Extended_Pictographic}/u.test(text)) sentences.at(-1)?.push('#picture');
  if (words.length === 0 && text.includes('?')) sentences.at(-1)?.push('#question');
  return sentences.filter((sentence) => sentence.length > 0);
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
