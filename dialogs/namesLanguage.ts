import { languages, textsFor } from '../language/texts.ts';
import type { Understood } from './understood.ts';
import { wordingsIn } from './wordingsIn.ts';

const around = new RegExp(
  wordingsIn(languages.flatMap((language) => textsFor(language).fields.aroundLanguage)).source,
  'giu',
);

/**
 * @returns whether a text names a language and nothing else: “Preferred language: English”, “in inglese”. Beside a form
 *   with that field it fills it; “speak English” is said to Usher.
 */
export function namesLanguage({ text, data }: Pick<Understood, 'text' | 'data'>): boolean {
  if (data.languages.length !== 1 || text.includes('?')) return false;
  return text.replace(around, ' ').match(/\p{L}+/gu)?.length === 1;
}
