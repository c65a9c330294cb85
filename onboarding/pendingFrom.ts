import { Types } from 'mongoose';
import type { PendingWork, Work } from '../models/pendingWork.ts';
import { now } from './now.ts';

/** @returns pieces of work, each with an id of its own, due at `dueAt` (now, if not given). */
export function pendingFrom(works: readonly Work[], dueAt: Date = now()): PendingWork[] {
  return works.map((work) => ({ _id: new Types.ObjectId().toHexString(), dueAt, attempts: 0, work }));
}
