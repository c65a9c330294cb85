import { languages, textsFor } from '../language/texts.ts';
import { isShortSentence } from './isShortSentence.ts';
import { straightApostrophes } from './straightApostrophes.ts';
import { wordingsIn } from './wordingsIn.ts';

const words = languages.map((language) => textsFor(language).password);
const lost = wordingsIn(words.flatMap(({ lost }) => lost));
const ofSomething = wordingsIn(words.flatMap(({ ofSomething }) => ofSomething));
const ours = wordingsIn(words.flatMap(({ ours }) => ours));
const elsewhere = wordingsIn(words.flatMap(({ elsewhere }) => elsewhere));

/**
 * @returns whether a sentence of a text says that its writer has no password any more, or wants another: “I forgot my
 *   password”. One of something else than the Business Center is none of ours.
 */
export function asksForPassword(text: string): boolean {
  const sentences = straightApostrophes(text).match(/[^.!?\n]+/g) ?? [];
  return sentences.some((sentence) => {
    if (!isShortSentence(sentence) || !lost.test(sentence) || elsewhere.test(sentence)) return false;
    const { index, 0: of } = ofSomething.exec(sentence) ?? {};
    return index === undefined || of === undefined || ours.exec(sentence.slice(index + of.length).trim())?.index === 0;
  });
}
