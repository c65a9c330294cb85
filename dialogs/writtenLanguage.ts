import { spokenLanguage } from '../language/texts.ts';
import type { Understood } from './understood.ts';

/** @returns the language that the words of a message tell, among those that Usher speaks; undefined where they tell none. */
export function writtenLanguage({ language, languageSure }: Understood): string | undefined {
  return languageSure === false ? undefined : spokenLanguage(language);
}
