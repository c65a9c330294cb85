import { spokenLanguage, textsFor } from '../language/texts.ts';
import type { Visit } from './visit.ts';

/**
 * @param language the preferred one of the person that a page is for, while nobody who has a language of their own here is signed in.
 * @returns the visit in that language, where Usher speaks it and no other was chosen on this browser.
 */
export function inLanguageOf<V extends Visit>(visit: V, { language }: { language: string }): V {
  const spoken = spokenLanguage(language);
  if (!spoken || visit.session?.isIn || visit.cookie('language')) return visit;
  return { ...visit, language: spoken, texts: textsFor(spoken) };
}
