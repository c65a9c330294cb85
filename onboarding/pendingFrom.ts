import { Types } from 'mongoose';
import type { PendingWork, Work } from '../models/pendingWork.ts';
import { now } from './now.ts';

/** A piece of work that is due later than now. */
export interface LaterWork {
  work: Work;
  dueAt: Date;
  /** Where whoever asks for it must not be able to ask twice; otherwise one is made. */
  _id?: string;
}

/** @returns pieces of work, each with an id of its own, the earliest first; due now where nothing else is said. */
export function pendingFrom(works: readonly (Work | LaterWork)[]): PendingWork[] {
  const at = now();
  return works
    .map((one): LaterWork => ('work' in one ? one : { work: one, dueAt: at }))
    .map(({ _id = new Types.ObjectId().toHexString(), work, dueAt }) => ({ _id, dueAt, attempts: 0, work }))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}
