import { Types } from 'mongoose';
import type { Channel } from '../models/auditEntry.ts';
import { Membership } from '../models/membership.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import { ensureInvitation } from './ensureInvitation.ts';
import type { House } from './house.ts';
import { personView } from './personView.ts';
import { type Refused, refused } from './refusal.ts';
import { takeFromLimit } from './takeFromLimit.ts';
import type { PersonView } from './views.ts';

export type ResentToAdministrator =
  | { outcome: 'sent'; to: PersonView; expiresAt: Date }
  | { outcome: 'administratorIsIn'; administrator: PersonView }
  | Refused;

/**
 * Sends the designated administrator of an account their invitation again, or a new one when the last has expired or
 * was declined or revoked. Only ever to the designated address, and not when the administrator is in.
 *
 * @returns refused with `limited` when the account had enough of it.
 */
export async function resendToAdministrator(
  house: House,
  account: PurchasingAccount,
  how: { by: { email: string; channel: Channel }; workId?: string },
): Promise<ResentToAdministrator> {
  const administrator = personView(account.administrator);
  if (await Membership.exists({ email: account.administrator.email, purchasingAccount: account._id })) {
    return { outcome: 'administratorIsIn', administrator };
  }
  const retryAt = await takeFromLimit(house, 'resendPerAccount', account._id.toHexString(), {
    countedFor: how.workId ?? new Types.ObjectId().toHexString(),
  });
  if (retryAt) return refused({ reason: 'limited', retryAt });
  const ensured = await ensureInvitation(
    house,
    account,
    { ...account.administrator, country: account.country },
    ['accountAdministrator'],
    { ...how, grantIfIn: false },
  );
  house.wake();
  return ensured.outcome === 'in'
    ? { outcome: 'administratorIsIn', administrator }
    : { outcome: 'sent', to: administrator, expiresAt: ensured.invitation.expiresAt };
}
