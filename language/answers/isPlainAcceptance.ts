import type { Answer } from './answer.ts';
import { endOfAnswer } from './endOfAnswer.ts';

const around = ['accepting', 'agreed', 'courtesy', 'vocative', 'greeting', 'title'];

/** Whether a text accepts an invitation and says nothing else: “ok, I accept, thank you”. */
export function isPlainAcceptance(answer: Answer): boolean {
  if (answer.isQuestion) return false;
  const said = answer.items.slice(0, endOfAnswer(answer, 0)).map((_, index) => index);
  return (
    said.some((index) => answer.isKind(index, 'accepting')) &&
    said.every((index) => answer.isKind(index, ...around) || answer.isName(index))
  );
}
