import { meaningInARow } from '../language/meaningInARow.ts';
import { setPhrase } from '../language/setPhrase.ts';
import { languages, textsFor } from '../language/texts.ts';

type Answer = 'yes' | 'no';

/** As set phrases, in all languages. */
const answers = new Map<string, Answer>();
for (const language of languages) {
  const { yes, no } = textsFor(language).answers;
  for (const words of yes) answers.set(setPhrase(words), 'yes');
  for (const words of no) answers.set(setPhrase(words), 'no');
}

/** In words. More is no short answer. */
const longest = 8;

/** @returns what a short answer to a question means, in whatever language it is given; undefined for anything else. */
export function readAnswer(text: string): Answer | undefined {
  const whole = answerIn(text);
  if (whole) return whole;
  // "Yes, of course": each part says the same.
  const said = new Set(
    text
      .split(/[,;.!]+/)
      .filter((part) => part.trim() !== '')
      .map(answerIn),
  );
  return said.size === 1 ? [...said][0] : undefined;
}

/** "Yes sure", "no dont". */
function answerIn(text: string): Answer | undefined {
  const words = setPhrase(text.replace(/[^\p{L}\p{M}\p{N}'’‘`´]+/gu, ' ')).split(' ');
  return words.length <= longest ? meaningInARow(words, answers) : undefined;
}
