import { DateTime, Duration } from 'luxon';
import * as z from 'zod';
import { GraphRefusal } from './graphRefusal.ts';

/** Where a delta query stands. Opaque to whoever gets it. */
export interface DeltaState {
  owner: string;
  folder: string;
  immutable: boolean;
  select?: string[];
  /** The number of the last arrival that was shown. */
  shown: number;
}

const state = z.strictObject({
  owner: z.string(),
  folder: z.string(),
  immutable: z.boolean(),
  select: z.array(z.string()).optional(),
  shown: z.number().int().nonnegative(),
  /** In milliseconds. */
  madeAt: z.number(),
});

/** Graph does not tell how long it keeps such a state; it does forget it. */
const kept = Duration.fromObject({ days: 30 }).toMillis();

export function deltaToken(of: DeltaState): string {
  return Buffer.from(JSON.stringify({ ...of, madeAt: DateTime.now().toMillis() })).toString('base64url');
}

/**
 * @returns what the token says.
 * @throws GraphRefusal 410 when it is none, too old, or one of another mailbox, folder or kind of id.
 */
export function readDeltaToken(token: string, asked: Omit<DeltaState, 'shown' | 'select'>): DeltaState {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw gone('SyncStateNotFound', 'The sync state generation is not found.');
  }
  const read = state.safeParse(json);
  if (!read.success || DateTime.now().toMillis() - read.data.madeAt > kept) {
    throw gone('SyncStateNotFound', 'The sync state generation is not found.');
  }
  const { madeAt: _, ...found } = read.data;
  if (found.owner !== asked.owner || found.folder !== asked.folder || found.immutable !== asked.immutable) {
    throw gone('SyncStateInvalid', 'The sync state belongs to another request.');
  }
  return found;
}

function gone(code: string, message: string): GraphRefusal {
  return new GraphRefusal(410, code, message);
}
