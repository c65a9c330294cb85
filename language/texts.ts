import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Texts } from './texts/en.ts';

export type { Texts } from './texts/en.ts';

/** The language that Usher falls back on. */
export const defaultLanguage = 'en';

// A language is added by adding one file to texts/: its name is the BCP 47 code, its export carries that name.
// Loaded at once and without a top-level await, so that a test file may be loaded by require() too.
const load = createRequire(import.meta.url);
const byLanguage = new Map<string, Texts>();
for (const file of readdirSync(new URL('./texts/', import.meta.url)).sort()) {
  const code = /^([a-z]{2})\.[jt]s$/.exec(file)?.[1];
  if (code !== undefined) byLanguage.set(code, load(`./texts/${file}`)[code] as Texts);
}

/** The codes of all languages that Usher speaks, e.g. `['en', 'it']`. */
export const languages: readonly string[] = [...byLanguage.keys()];

/**
 * @param tag a BCP 47 tag from a person, a mail or a client, e.g. `it-IT`; anything else counts as absent.
 * @returns the language that Usher speaks for it, or undefined.
 */
export function spokenLanguage(tag: string | undefined): string | undefined {
  const code = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return code !== undefined && byLanguage.has(code) ? code : undefined;
}

/** @returns the texts of `language` (a BCP 47 tag), or the English ones where Usher does not speak it. */
export function textsFor(language: string | undefined): Texts {
  return byLanguage.get(spokenLanguage(language) ?? defaultLanguage) as Texts;
}
