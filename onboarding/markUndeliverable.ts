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
 * Once per sending; a later sending takes the mark away.
 *
 * @returns refused: `notFound`, `noLongerPending`, `nothingToDo` (another sending, or noted already).
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
  const marked = await Invitation.updateOne(
    { _id, state: 'pending', sendings: sending, undeliverable: { $exists: false } },
    {
      $set: { undeliverable: { at: now(), reason: said } },
      ...addWork([{ kind: 'tellInviter', news: { outcome: 'undeliverable', reason: said } }]),
    },
  );
  if (marked.matchedCount === 0) return refused({ reason: 'nothingToDo' });
  house.wake();
  return { outcome: 'marked' };
}
