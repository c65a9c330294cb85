import { namesByCode } from './namesByCode.ts';
import { readLanguage } from './readLanguage.ts';

// The languages with a two-letter code (ISO 639-1), as far as the runtime has names for them.
const named = namesByCode('language');

/** @returns the language of a code, or of a name in English or Italian (`German`, `tedesco`), or undefined. */
export function languageNamed(text: string): string | undefined {
  return readLanguage(text) ?? named(text);
}
