import { Invitation } from '../../models/invitation.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { addWork } from '../addWork.ts';
import { auditWork } from '../auditWork.ts';
import type { House } from '../house.ts';
import { now } from '../now.ts';
import type { Handed } from './handed.ts';

/**
 * Ends the pending invitation of somebody who is not the designated administrator any more. One without the role
 * Account Administrator came from a colleague and stays.
 */
export async function endAdministratorInvitation(
  _house: House,
  { work, document }: Handed<'endAdministratorInvitation', PurchasingAccount>,
): Promise<void> {
  const account = await PurchasingAccount.findById(document._id).lean();
  if (!account || account.administrator.email === work.email) return;
  await Invitation.updateOne(
    { email: work.email, purchasingAccount: account._id, state: 'pending', roles: 'accountAdministrator' },
    {
      $set: { state: 'revoked', endedAt: now() },
      ...addWork([
        auditWork('invitationRevoked', { email: work.givenBy, channel: work.channel }, account._id, work.email, {
          roles: ['accountAdministrator'],
        }),
      ]),
    },
  );
}
