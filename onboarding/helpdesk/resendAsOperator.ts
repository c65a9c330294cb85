import { Invitation } from '../../models/invitation.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { House } from '../house.ts';
import { readId } from '../readId.ts';
import { type Refused, refused } from '../refusal.ts';
import { sendOrRenew } from '../sendOrRenew.ts';
import type { InvitationView } from '../views.ts';
import type { Operator } from './operator.ts';

/**
 * Somebody of the helpdesk has an invitation sent again, to the address that it has. An expired one is followed by a new
 * one, of whoever invited then.
 *
 * @returns refused: `notFound`, `noLongerPending`, `alreadyIn`, `alreadyInvited`, `limited` (per operator).
 */
export async function resendAsOperator(
  house: House,
  operator: Operator,
  invitationId: string,
): Promise<{ outcome: 'sentAgain'; invitation: InvitationView } | Refused> {
  const _id = readId(invitationId);
  const invitation = _id && (await Invitation.findById(_id).lean());
  const account = invitation && (await PurchasingAccount.findById(invitation.purchasingAccount).lean());
  if (!invitation || !account) return refused({ reason: 'notFound' });
  const { invitedBy = '', invitedByName = invitedBy } = invitation;
  return await sendOrRenew(house, invitation, account, {
    by: { email: operator.email, channel: 'helpdesk' },
    inviter: { email: invitedBy, name: invitedByName },
  });
}
