import type { Answer } from './answer.ts';
import { clauseOf } from './clauseOf.ts';

/** What may stand before “left the company” in its clause, so that it is the writer who has. */
const before = ['first', 'courtesy', 'regret', 'vocative', 'greeting', 'because'];

/** Whether it is the writer who is said to have left: “I have since left the company”, “Left the company in May”. */
export function isOfWriter(answer: Answer, at: number): boolean {
  for (let index = clauseOf(answer, at).from; index < at; index++) if (!answer.isKind(index, ...before)) return false;
  return true;
}
