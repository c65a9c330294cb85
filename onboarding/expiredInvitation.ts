import { Invitation } from '../models/invitation.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import type { House } from './house.ts';
import { invitationView } from './invitationView.ts';
import type { InvitationView } from './views.ts';

/**
 * Whether the last that somebody was sent has expired, so that they hear how to get another.
 *
 * @returns the newest invitation of the actor if it has expired, and whether they are the administrator whom the
 *   agreement designates: an administrator has it sent again, everybody else asks for a new one.
 */
export async function expiredInvitation(
  _house: House,
  actor: Actor,
): Promise<{ invitation: InvitationView; isAdministrator: boolean } | undefined> {
  const email = actorAddress(actor);
  const newest = await Invitation.findOne({ email }).sort({ createdAt: -1 }).lean();
  const account = newest && (await PurchasingAccount.findById(newest.purchasingAccount).lean());
  if (!newest || !account) return undefined;
  const invitation = invitationView(newest, account);
  if (invitation.state !== 'expired') return undefined;
  return { invitation, isAdministrator: account.administrator.email === email };
}
