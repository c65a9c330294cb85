import type { Answer } from './answer.ts';
import { endOfAnswer } from './endOfAnswer.ts';

/** What accepts, or only agrees: “ok” is no more and no less than that to somebody who was invited. */
const accepting = ['accepting', 'agreed'];

const around = ['thanks', 'settled', 'courtesy', 'vocative', 'greeting', 'title'];

/** Whether a text accepts an invitation, or asks how that is done, and says nothing else: “ok, I accept, thank you”. */
export function isPlainAcceptance(answer: Answer): boolean {
  const said = answer.items.slice(0, endOfAnswer(answer, 0)).map((_, index) => index);
  const some = (...kinds: string[]) => said.some((index) => answer.isKind(index, ...kinds));
  return (
    (answer.isQuestion ? some('howToAccept') : some('howToAccept', ...accepting)) &&
    said.every((index) => answer.isKind(index, 'howToAccept', ...accepting, ...around) || answer.isName(index))
  );
}
