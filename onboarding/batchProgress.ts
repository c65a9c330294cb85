import { type BatchLine, InvitationBatch } from '../models/invitationBatch.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import type { House } from './house.ts';
import { readId } from './readId.ts';
import { type Refused, refused } from './refusal.ts';

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
      /** Lines that were settled otherwise: see each line's result. */
      failed: number;
      finished: boolean;
      lines: BatchLine[];
    }
  | Refused;

/** How a batch goes on, for who started it. @returns refused: `notFound`. */
export async function batchProgress(
  _house: House,
  actor: Actor,
  input: BatchProgressInput,
): Promise<BatchProgressResult> {
  const _id = readId(input.batchId);
  const batch = _id && (await InvitationBatch.findOne({ _id, 'startedBy.email': actorAddress(actor) }).lean());
  if (!batch) return refused({ reason: 'notFound' });
  const settled = batch.lines.filter((line) => line.result !== undefined);
  const invited = settled.filter((line) => line.result === 'invited').length;
  return {
    outcome: 'found',
    organization: batch.organization,
    total: batch.lines.length,
    done: settled.length,
    invited,
    failed: settled.length - invited,
    finished: batch.state === 'finished',
    lines: batch.lines,
  };
}
