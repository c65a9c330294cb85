import { Invitation } from '../models/invitation.ts';
import type { InvitationNews } from '../models/notice.ts';
import type { Actor } from './actor.ts';
import { addWork } from './addWork.ts';
import { auditWork } from './auditWork.ts';
import type { House } from './house.ts';
import { invitationView } from './invitationView.ts';
import { now } from './now.ts';
import { ownInvitation } from './ownInvitation.ts';
import { readAddress } from './readAddress.ts';
import { readFreeText } from './readFreeText.ts';
import { readName } from './readName.ts';
import { type Refused, refused } from './refusal.ts';
import type { InvitationView } from './views.ts';

export interface DeclineInvitationInput {
  invitationId: string;
  /** Why, in the person's words; what is too long is cut. */
  reason?: string;
  /** The person says that somebody else is meant, perhaps who. */
  notMe?: { name?: string; email?: string };
}

export type DeclineInvitationResult = { outcome: 'declined'; invitation: InvitationView } | Refused;

/**
 * Declines an invitation in the name of the person it was sent to; its link is dead, and whoever invited is told. Doing
 * it again finds it done.
 *
 * @returns refused: `notFound` (also: sent to somebody else), `noLongerPending` (accepted, expired, revoked).
 */
export async function declineInvitation(
  house: House,
  actor: Actor,
  input: DeclineInvitationInput,
): Promise<DeclineInvitationResult> {
  const own = await ownInvitation(actor, input.invitationId);
  if (!own) return refused({ reason: 'notFound' });
  const { invitation, account } = own;
  const { _id, email } = invitation;
  const at = now();
  const declined = await Invitation.findOneAndUpdate(
    { _id, email, state: 'pending', expiresAt: { $gt: at } },
    {
      $set: { state: 'declined', endedAt: at },
      ...addWork([
        { kind: 'tellInviter', news: newsOf(input) },
        auditWork('invitationDeclined', { email, channel: actor.channel }, account._id, email, {
          roles: invitation.roles,
        }),
      ]),
    },
    { returnDocument: 'after' },
  ).lean();
  if (declined) {
    house.wake();
    return { outcome: 'declined', invitation: invitationView(declined, account) };
  }
  const current = invitationView((await Invitation.findById(_id).lean()) ?? invitation, account);
  if (current.state === 'declined') return { outcome: 'declined', invitation: current };
  return refused({ reason: 'noLongerPending', state: current.state });
}

function newsOf({ reason, notMe }: DeclineInvitationInput): InvitationNews {
  const read = readFreeText((reason ?? '').slice(0, 500));
  const why = 'text' in read ? read.text : '';
  if (!notMe) return { outcome: 'declined', reason: why };
  const name = readName(notMe.name);
  const address = readAddress(notMe.email);
  const instead = { ...('name' in name && { name: name.name }), ...(address && { email: address }) };
  return { outcome: 'notMe', reason: why, ...(Object.keys(instead).length > 0 && { instead }) };
}
