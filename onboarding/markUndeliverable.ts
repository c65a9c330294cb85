import { Invitation } from '../models/invitation.ts';
import { addWork } from './addWork.ts';
import type { House } from './house.ts';
import { now } from './now.ts';
import { readId } from './readId.ts';
import { type Refused, refused } from './refusal.ts';

export interface MarkUndeliverableInput {
  invitationId: string;
  /** Which sending came back. */
  sending: number;
  /** The remote system's words, one line. */
  reason: string;
}

export type MarkUndeliverableResult = { outcome: 'marked' } | Refused;

/**
 * Notes that the mail of an invitation came back for good, and has whoever invited told, with the address to correct.
 * Told once per sending; a later sending takes the mark away.
 *
 * @returns `marked`: also when it was noted before. Refused: `notFound`, `noLongerPending`, `nothingToDo` (another
 *   sending).
 */
export async function markUndeliverable(
  house: House,
  { invitationId, sending, reason }: MarkUndeliverableInput,
): Promise<MarkUndeliverableResult> {
  const _id = readId(invitationId);
  const invitation = _id && (await Invitation.findById(_id).lean());
  if (!invitation) return refused({ reason: 'notFound' });
  if (invitation.state !== 'pending') return refused({ reason: 'noLongerPending', state: invitation.state });
  const said = reason.replace(/\s+/g, ' ').trim().slice(0, 300);
  const current = { _id, state: 'pending' as const, sendings: sending };
  const marked = await Invitation.updateOne(
    { ...current, undeliverable: { $exists: false } },
    {
      $set: { undeliverable: { at: now(), reason: said } },
      ...addWork([{ kind: 'tellInviter', news: { outcome: 'undeliverable', reason: said } }]),
    },
  );
  if (marked.matchedCount === 0 && !(await Invitation.exists(current))) return refused({ reason: 'nothingToDo' });
  house.wake();
  return { outcome: 'marked' };
}
