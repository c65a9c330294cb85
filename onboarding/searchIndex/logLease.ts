import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { LogReading } from '../../models/logReading.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';

const _id = 'log';
/** In milliseconds; renewed with each portion. */
const leaseTime = 60_000;

/** Somebody else reads the log now, or has taken over: nothing more may be written here. */
export class LogLeaseLost extends Error {
  override readonly name = 'LogLeaseLost';
}

/** The right to read the log on, which one process at a time has. */
export interface LogLease {
  /** How far it was read, as last committed. */
  readonly reading: LogReading;
  /** Makes a portion known, with its number, and renews the lease. @throws {@link LogLeaseLost} */
  commit(
    progress: Partial<
      Pick<LogReading, 'seq' | 'format' | 'messagesUntil' | 'statesUntil' | 'auditUntil' | 'removedBefore' | 'erasures'>
    >,
  ): Promise<void>;
  /** Renews the lease when a good part of it is over: to be called now and then by whatever takes long. @throws {@link LogLeaseLost} */
  keep(): Promise<void>;
  release(): Promise<void>;
}

/** @returns undefined while another process has it. */
export async function takeLogLease(): Promise<LogLease | undefined> {
  const by = randomUUID();
  const until = () => DateTime.now().plus(leaseTime).toJSDate();
  const free = { $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lt: DateTime.now().toJSDate() } }] };
  let reading: LogReading | null;
  try {
    reading = await LogReading.findOneAndUpdate(
      { _id, ...free },
      { $set: { leaseBy: by, leaseUntil: until() }, $setOnInsert: { seq: 0 } },
      { upsert: true, returnDocument: 'after' },
    ).lean();
  } catch (fault) {
    if (isDuplicateKey(fault)) return undefined;
    throw fault;
  }
  if (!reading) return undefined;
  let renewAt = DateTime.now().toMillis() + leaseTime / 4;
  const lease = {
    reading,
    async commit(progress: Partial<LogReading>) {
      const next = await LogReading.findOneAndUpdate(
        { _id, leaseBy: by },
        { $set: { ...progress, leaseUntil: until() } },
        { returnDocument: 'after' },
      ).lean();
      if (!next) throw new LogLeaseLost();
      lease.reading = next;
      renewAt = DateTime.now().toMillis() + leaseTime / 4;
    },
    async keep() {
      if (DateTime.now().toMillis() >= renewAt) await lease.commit({});
    },
    async release() {
      await LogReading.updateOne({ _id, leaseBy: by }, { $unset: { leaseBy: 1, leaseUntil: 1 } });
    },
  };
  return lease;
}
