import type { WordLists } from '../readUtterances.ts';
import { splitWords } from '../splitWords.ts';
import { Phrases } from './phrases.ts';

// The languages a person can choose for their mails, by BCP 47 tag. More than Usher speaks: who asks for one of the
// others is told so, instead of not being understood.
const languageTags =
  'ar bg bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko lt lv mk ms mt nb nl pl pt ro ru sk sl sq sr sv th tr uk ur vi zh'.split(
    ' ',
  );

/**
 * Gathers every wording of roles, languages, countries and of the words that start over, from all languages: a sentence
 * in Italian may name a role in English.
 *
 * @param lists the word lists of each language's file.
 */
export function gatherWordings(lists: ReadonlyMap<string, WordLists>): Phrases {
  const phrases = new Phrases();
  const inWords = (wording: string) => splitWords(wording).map(({ text }) => text);
  for (const words of lists.values()) {
    for (const [heading, wordings] of words) {
      const [kind = '', ...values] = heading.split(' ');
      const meaning = heading === 'cue startOver' ? { kind: 'startOver', values: [] } : { kind, values };
      if (!['role', 'language', 'country', 'startOver'].includes(meaning.kind)) continue;
      for (const wording of wordings) phrases.add(inWords(wording), meaning);
    }
  }
  const spoken = [...lists.keys()].filter((language) => language !== 'other');
  for (const tag of languageTags) {
    for (const inLanguage of [...spoken, tag]) {
      const name = new Intl.DisplayNames(inLanguage, { type: 'language' }).of(tag);
      if (name) phrases.add(inWords(name), { kind: 'language', values: [tag] });
    }
  }
  for (const language of spoken) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of regionCodes()) {
      const name = names.of(code);
      if (name) phrases.add(inWords(name), { kind: 'country', values: [code] });
    }
  }
  return phrases;
}

/** Codes of ISO 3166 that are not countries: exceptionally reserved ones, groups and pseudo-regions of CLDR. */
const notCountries = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC JT MI NH NQ NT PC PU PZ QO QU RH SU TA TP UK UN VD WK XA XB YD YU ZR ZZ'.split(
    ' ',
  ),
);

function* regionCodes(): Iterable<string> {
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      if (!notCountries.has(code)) yield code;
    }
  }
}
