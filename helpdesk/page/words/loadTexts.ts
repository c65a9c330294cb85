import type { Texts } from '../../../language/texts/en.ts';

/** The part of a language's texts that is delivered; see onlyTextsOfPage.js. */
export type PageTexts = Pick<Texts, 'languageName' | 'helpdesk' | 'roles' | 'invitationStates' | 'walks'>;

const loaders = import.meta.glob<Record<string, PageTexts>>('../../../language/texts/??.ts');
const byLanguage = new Map(Object.entries(loaders).map(([file, load]) => [file.slice(-5, -3), load]));

/**
 * @param wished BCP 47 tags, the best first, e.g. `['it-IT', 'en']`.
 * @returns the texts of the first one that Usher speaks, English if it speaks none, and that language's code.
 */
export async function loadTexts(wished: readonly string[]): Promise<{ language: string; texts: PageTexts }> {
  const codes = wished.map((tag) => tag.toLowerCase().slice(0, 2));
  const language = codes.find((code) => byLanguage.has(code)) ?? 'en';
  const texts = (await byLanguage.get(language)?.())?.[language];
  if (!texts) throw new Error(`no texts in ${language}`);
  return { language, texts };
}
