import type { LaterWork } from './pendingFrom.ts';
import { plusWorkingDays } from './workingDays.ts';

/** After how many working days an unanswered request is put to its deciders again. */
const days = [
  { reminder: 1, after: 2 },
  { reminder: 2, after: 5 },
] as const;

/** The last time that a request is put to its deciders; then its requester is told as well. */
export const lastReminder = 2;

/** @returns the reminders of a request that is made at `createdAt`, in the time zone of the organization. */
export function requestReminders(createdAt: Date, timeZone: string): LaterWork[] {
  return days.map(({ reminder, after }) => ({
    dueAt: plusWorkingDays(createdAt, after, timeZone),
    work: { kind: 'remindDeciders', reminder },
  }));
}
