import { languages, textsFor } from '../language/texts.ts';
import { isShortSentence } from './isShortSentence.ts';
import { straightApostrophes } from './straightApostrophes.ts';
import { wordingsIn } from './wordingsIn.ts';

const words = languages.map((language) => textsFor(language).accessRequest.asking);
const requests = wordingsIn(words.flatMap(({ requests }) => requests));
const waiting = wordingsIn(words.flatMap(({ waiting }) => waiting));
const own = wordingsIn(words.flatMap(({ own }) => own));
const begins = wordingsIn(words.flatMap(({ begins }) => begins));

/**
 * @returns whether a sentence of a text asks which requests wait to be decided: “which requests are waiting for me?”.
 *   One about the writer’s own requests does not, nor one that only tells of some.
 */
export function asksForRequests(text: string): boolean {
  const sentences = straightApostrophes(text).match(/[^.!?\n]+[.!?]*/g) ?? [];
  return sentences.some((sentence) => {
    const said = sentence.trim();
    if (!isShortSentence(said) || !requests.test(said) || !waiting.test(said)) return false;
    return !own.test(said) && (said.endsWith('?') || begins.exec(said)?.index === 0);
  });
}
