import { Invitation } from '../models/invitation.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { invitationView } from './invitationView.ts';
import { readId } from './readId.ts';
import { type Refused, refused } from './refusal.ts';
import type { InvitationView } from './views.ts';

/**
 * Finds the invitation that a person says they accept. It is accepted with its link only, which proves who came and
 * makes the account: nothing is changed here.
 *
 * @returns refused: `notFound` (also: sent to somebody else), `noLongerPending` (accepted, declined, expired, revoked).
 */
export async function acceptableInvitation(
  actor: Actor,
  input: { invitationId: string },
): Promise<{ outcome: 'waiting'; invitation: InvitationView } | Refused> {
  const _id = readId(input.invitationId);
  const found = _id && (await Invitation.findOne({ _id, email: actorAddress(actor) }).lean());
  const account = found && (await PurchasingAccount.findById(found.purchasingAccount).lean());
  if (!found || !account) return refused({ reason: 'notFound' });
  const invitation = invitationView(found, account);
  if (invitation.state !== 'pending') return refused({ reason: 'noLongerPending', state: invitation.state });
  return { outcome: 'waiting', invitation };
}
