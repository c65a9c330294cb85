import { foldText } from './foldText.ts';
import type { Utterances } from './readUtterances.ts';
import { splitWords } from './splitWords.ts';

/**
 * Knows the words that the utterance files spell in small letters: ordinary words, as opposed to names of people and
 * organizations, and spelled right, as opposed to typing errors.
 *
 * @returns whether a folded word is one.
 */
export function ordinaryWords(utterances: Utterances): (word: string) => boolean {
  const counts = new Map<string, number>();
  const count = (text: string, by: number) => {
    for (const { text: word } of splitWords(text, (typed) => typed)) {
      if (/^\p{Ll}/u.test(word)) counts.set(foldText(word), (counts.get(foldText(word)) ?? 0) + by);
    }
  };
  for (const { text } of utterances.training) count(text.replace(/\S*[@.]\S+/g, ' '), 1);
  for (const lists of utterances.words.values()) {
    for (const words of lists.values()) for (const line of words) count(line, 2);
  }
  // A word that only one sentence holds may be the typing error that the sentence is there for.
  return (word) => (counts.get(word) ?? 0) > 1;
}
