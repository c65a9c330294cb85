import type { Work } from '../models/pendingWork.ts';
import { type LaterWork, pendingFrom } from './pendingFrom.ts';

/** @returns the fields of a new document that say what has to follow from it, now or later. */
export function firstWork(works: readonly (Work | LaterWork)[]) {
  const pendingWork = pendingFrom(works);
  return { pendingWork, ...(pendingWork[0] && { workDueAt: pendingWork[0].dueAt }) };
}
