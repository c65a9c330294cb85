import { Types } from 'mongoose';
import type { PendingWork, Work } from '../models/pendingWork.ts';
import { now } from './now.ts';

/** A piece of work that is due later than now. */
export interface LaterWork {
  work: Work;
  dueAt: Date;
}

/** @returns pieces of work, each with an id of its own, the earliest first; due now where nothing else is said. */
export function pendingFrom(works: readonly (Work | LaterWork)[]): PendingWork[] {
  const at = now();
  return works
    .map((one) => ('work' in one ? one : { work: one, dueAt: at }))
    .map(({ work, dueAt }) => ({ _id: new Types.ObjectId().toHexString(), dueAt, attempts: 0, work }))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}
