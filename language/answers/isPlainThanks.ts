import type { Answer } from './answer.ts';
import { endOfAnswer } from './endOfAnswer.ts';

/** What says that all is well. */
const well = ['thanks', 'receivedLink', 'works', 'settled'];

const around = ['courtesy', 'vocative', 'greeting', 'title', 'agreed', 'link', 'noThanks', 'no', 'and', 'it'];

/** Whether a text says that all is well and nothing else: “Thanks!”, “I got the new link, it works now”. */
export function isPlainThanks(answer: Answer): boolean {
  if (answer.isQuestion) return false;
  const said = answer.items.slice(0, endOfAnswer(answer, 0)).map((_, index) => index);
  return (
    said.some((index) => answer.isKind(index, ...well)) &&
    said.every((index) => answer.isKind(index, ...well, ...around) || answer.isName(index))
  );
}
