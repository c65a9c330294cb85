import { languages, textsFor } from '../language/texts.ts';
import { wordingsIn } from './wordingsIn.ts';

const words = languages.map((language) => textsFor(language).password);
const lost = wordingsIn(words.flatMap(({ lost }) => lost));
const ofSomething = wordingsIn(words.flatMap(({ ofSomething }) => ofSomething));
const ours = wordingsIn(words.flatMap(({ ours }) => ours));
const elsewhere = wordingsIn(words.flatMap(({ elsewhere }) => elsewhere));

/** Of a longer sentence nobody knows what it asks. */
const mostWords = 14;

/**
 * @returns whether a sentence of a text says that its writer has no password any more, or wants another: “I forgot my
 *   password”. One of something else than the Business Center is none of ours.
 */
export function asksForPassword(text: string): boolean {
  const sentences = text.replace(/[’‘]/g, "'").match(/[^.!?\n]+/g) ?? [];
  return sentences.some((sentence) => {
    if (sentence.trim().split(/\s+/).length > mostWords || !lost.test(sentence) || elsewhere.test(sentence))
      return false;
    const { index, 0: of } = ofSomething.exec(sentence) ?? {};
    return index === undefined || of === undefined || ours.exec(sentence.slice(index + of.length).trim())?.index === 0;
  });
}
