import type { Answer } from './answer.ts';
import { clauseOf } from './clauseOf.ts';

/** What may stand before the name: “unfortunately my colleague Giulia Romano”. */
const before = ['courtesy', 'regret', 'vocative', 'greeting', 'because', 'no', 'lead', 'somebody', 'person'];

/** Whether it is the person the invitation was sent to who is said to have left: by name, or as “the person you invited”. */
export function isOfInvitee(answer: Answer, at: number): boolean {
  const { from } = clauseOf(answer, at);
  let first = at;
  if (answer.isKind(at - 1, 'invitee') && at > from) first = at - 1;
  else while (first > from && answer.isTheirs(first - 1)) first--;
  if (first === at) return false;
  while (first > from && answer.isKind(first - 1, 'title')) first--;
  for (let index = from; index < first; index++) {
    if (!answer.isKind(index, ...before)) return false;
  }
  return true;
}
