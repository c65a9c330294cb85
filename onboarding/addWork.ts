import type { PendingWork, Work } from '../models/pendingWork.ts';
import { type LaterWork, pendingFrom } from './pendingFrom.ts';

/**
 * The part of an update that adds what has to follow from it, now or later. `$min` sets `workDueAt` where it is absent and
 * brings it forward where it is later.
 */
export function addWork(works: readonly (Work | LaterWork)[]): {
  $push: { pendingWork: { $each: PendingWork[] } };
  $min: { workDueAt: Date };
} {
  const items = pendingFrom(works);
  const [first] = items;
  if (!first) throw new RangeError('There is no work to add.');
  return { $push: { pendingWork: { $each: items } }, $min: { workDueAt: first.dueAt } };
}
