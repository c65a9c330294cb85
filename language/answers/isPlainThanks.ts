import type { Answer } from './answer.ts';
import { endOfAnswer } from './endOfAnswer.ts';

/** What says that all is well. */
const well = ['thanks', 'receivedLink', 'works', 'settled'];

const around = [
  'courtesy',
  'vocative',
  'greeting',
  'title',
  'closing',
  'agreed',
  'link',
  'noThanks',
  'no',
  'and',
  'it',
];

/** Whether a text says that all is well and nothing else: “Thanks!”, “I got the new link, it works now”. */
export function isPlainThanks(answer: Answer): boolean {
  if (answer.isQuestion) return false;
  const said = answer.items.slice(0, endOfAnswer(answer, 0)).map((_, index) => index);
  const some = (...kinds: string[]) => said.some((index) => answer.isKind(index, ...kinds));
  // An old link that is dead does no harm to somebody who has the new one; who only thanks may want it.
  const isWell = some('oldLink') ? some('receivedLink', 'works', 'settled') : some(...well);
  return isWell && said.every((index) => answer.isKind(index, 'oldLink', ...well, ...around) || answer.isName(index));
}
