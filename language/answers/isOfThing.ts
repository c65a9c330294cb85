import type { Answer } from './answer.ts';
import { clauseOf } from './clauseOf.ts';

/** What may stand between what is said not to work and the words that say so: “the link you sent still doesn't work here”. */
const between = ['beside', 'before', 'lead', 'tail'];

/** Whether words that could be said of somebody who has left, such as “doesn't work here”, are said of a link, or of “it”. */
export function isOfThing(answer: Answer, at: number): boolean {
  const { from } = clauseOf(answer, at);
  for (let index = at - 1; index >= from; index--) {
    if (answer.isKind(index, 'person') || answer.isName(index)) return false;
    if (answer.isKind(index, 'link', 'receivedLink', 'thing', 'it')) return true;
    if (!answer.isKind(index, ...between)) return false;
  }
  return false;
}
