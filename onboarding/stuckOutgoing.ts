import { DateTime } from 'luxon';

/** After so long a fault is no passing one. */
const faultyFor = { minutes: 15 };
/** So long after it was due, nobody is there to do it. */
const overdueFor = { hours: 1 };

/**
 * What of an outbox an operator should look at, as a filter: given up; or met a fault and is older than a quarter of an
 * hour; or due for an hour and nobody came to send it. Each part has its index.
 */
export function stuckOutgoing() {
  const now = DateTime.now();
  return {
    $or: [
      { failedAt: { $exists: true } },
      {
        dueAt: { $exists: true },
        lastFault: { $exists: true },
        createdAt: { $lt: now.minus(faultyFor).toJSDate() },
      },
      { dueAt: { $lt: now.minus(overdueFor).toJSDate() } },
    ],
  };
}
