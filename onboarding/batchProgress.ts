import type { BatchLine } from '../models/invitationBatch.ts';
import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';

export interface BatchProgressInput {
  batchId: string;
}

export type BatchProgressResult =
  | {
      outcome: 'found';
      organization: string;
      total: number;
      done: number;
      invited: number;
      failed: number;
      finished: boolean;
      lines: BatchLine[];
    }
  | Refused;

/** How a batch goes on, for who started it. */
export async function batchProgress(
  _house: House,
  _actor: Actor,
  _input: BatchProgressInput,
): Promise<BatchProgressResult> {
  throw new Error('not built yet');
}
