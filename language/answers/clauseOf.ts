import type { Answer } from './answer.ts';

/** @returns the items of the clause in which one stands, from one punctuation mark or end of a line to the next. */
export function clauseOf(answer: Answer, at: number): { from: number; to: number } {
  let from = at;
  while (from > 0 && !answer.isSeparated(from)) from--;
  let to = at + 1;
  while (to < answer.items.length && !answer.isSeparated(to)) to++;
  return { from, to };
}
