import { readAnswer } from './answers/answerReader.ts';
import { bearsOutNo } from './answers/bearsOutNo.ts';
import { endOfAnswer } from './answers/endOfAnswer.ts';

/**
 * @returns whether a text gives a ground for turning a request down and does not say that it is: “I do not know her”. It
 *   decides nothing, and whoever asked for the decision knows what it is about.
 */
export function speaksAgainst(text: string): boolean {
  const { answer, isDoubtful } = readAnswer(text, 'decision', {});
  if (answer.items.length === 0 || isDoubtful || answer.isQuestion) return false;
  return bearsOutNo(answer, 0, endOfAnswer(answer, 0));
}
