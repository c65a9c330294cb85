import { readdirSync, readFileSync } from 'node:fs';
import { type Intent, isIntent } from './intent.ts';

/** A sentence, what its writer wants, and the language of the file it stands in. */
export interface Utterance {
  text: string;
  intent: Intent;
  /** The file's language, or `other` for sentences in languages that have no file. */
  language: string;
}

/** The lists of words that a language's file holds beside its sentences, by heading: `role reportViewer`, `cue agreement`. */
export type WordLists = Map<string, string[]>;

/** Everything in `language/utterances/`. */
export interface Utterances {
  languages: string[];
  training: Utterance[];
  /** A fifth of the sentences: only measured with, never trained on. */
  heldOut: Utterance[];
  words: Map<string, WordLists>;
}

/**
 * Reads the utterance files, one per language, in the format that `utterances/README.md` describes.
 *
 * @throws Error naming file and line when a heading is not understood, stands within a line, or a line stands under none.
 */
export function readUtterances(folder = new URL('./utterances/', import.meta.url)): Utterances {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const languages = files.map((name) => name.slice(0, -'.txt'.length)).filter((language) => language !== 'other');
  const read: Utterances = { languages, training: [], heldOut: [], words: new Map() };
  for (const file of files) {
    const language = file.slice(0, -'.txt'.length);
    readFile(file, readFileSync(new URL(file, folder), 'utf8'), language, read);
  }
  return read;
}

function readFile(file: string, content: string, language: string, into: Utterances): void {
  const words: WordLists = new Map();
  into.words.set(language, words);
  let take: ((line: string) => void) | undefined;
  for (const [index, raw] of content.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('//')) continue;
    const heading = /^\[(.+)\]$/.exec(line)?.[1];
    if (heading === undefined) {
      if (/[[\]]/.test(line)) throw new Error(`${file}:${index + 1}: a heading within a line`);
      if (!take) throw new Error(`${file}:${index + 1}: a line before the first heading`);
      take(line);
      continue;
    }
    take = underHeading(heading, language, words, into);
    if (!take) throw new Error(`${file}:${index + 1}: no such heading: [${heading}]`);
  }
}

const wordHeadings = new Set([
  'role',
  'cue',
  'language',
  'country',
  'concept',
  'words',
  'courtesy',
  'decision',
  'reason',
  'answer',
]);

function underHeading(
  heading: string,
  language: string,
  words: WordLists,
  into: Utterances,
): ((line: string) => void) | undefined {
  const [first = '', ...rest] = heading.split(/\s+/);
  if (wordHeadings.has(first) && rest.length > 0) {
    const list: string[] = words.get(heading) ?? [];
    words.set(heading, list);
    return (line) => list.push(line);
  }
  if (!isIntent(first)) return undefined;
  const qualifier = rest.join(' ');
  // Sentences in a language that has its own file are not "other" any more.
  if (language === 'other' && into.languages.includes(rest[0] ?? '')) return () => {};
  const heldOut = /\bheld out$/.test(qualifier);
  if (qualifier !== '' && !heldOut && language !== 'other') return undefined;
  const list = heldOut ? into.heldOut : into.training;
  return (text) => list.push({ text, intent: first, language });
}
