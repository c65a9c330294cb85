import { Invitation } from '../models/invitation.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { readId } from './readId.ts';

/**
 * @param invitationId as it came in; anything counts as unknown that is no id.
 * @returns an invitation that was sent to the actor, whatever became of it, and the account that it leads into; undefined
 *   also for one that was sent to somebody else.
 */
export async function ownInvitation(
  actor: Actor,
  invitationId: string,
): Promise<{ invitation: Invitation; account: PurchasingAccount } | undefined> {
  const _id = readId(invitationId);
  const invitation = _id && (await Invitation.findOne({ _id, email: actorAddress(actor) }).lean());
  const account = invitation && (await PurchasingAccount.findById(invitation.purchasingAccount).lean());
  return invitation && account ? { invitation, account } : undefined;
}
