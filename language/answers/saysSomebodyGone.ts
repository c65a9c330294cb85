import type { Answer } from './answer.ts';
import { endOfAnswer } from './endOfAnswer.ts';
import { isOfThing } from './isOfThing.ts';
import { isOfWriter } from './isOfWriter.ts';

/**
 * Whether a text says of anybody but its writer that they have left: “Marco doesn't work here any more”, “she has left the
 * company”. That says nothing about a link, and a link helps nobody who has left.
 */
export function saysSomebodyGone(answer: Answer): boolean {
  const end = endOfAnswer(answer, 0);
  for (let at = 0; at < end; at++) {
    if (answer.isKind(at, 'gone') || (answer.isKind(at, 'idle') && !isOfThing(answer, at))) return true;
    if (answer.isKind(at, 'left') && !isOfWriter(answer, at)) return true;
  }
  return false;
}
