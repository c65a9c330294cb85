import { longDue, longFaulty } from './stuckTimes.ts';

/**
 * What of an outbox an operator should look at, as a filter: given up; or met a fault and is older than a quarter of an
 * hour; or due for an hour and nobody came to send it. Each part has its index.
 */
export function stuckOutgoing() {
  return {
    $or: [
      { failedAt: { $exists: true } },
      { dueAt: { $exists: true }, lastFault: { $exists: true }, createdAt: { $lt: longFaulty() } },
      { dueAt: { $lt: longDue() } },
    ],
  };
}
