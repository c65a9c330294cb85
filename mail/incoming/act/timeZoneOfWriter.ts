import { DateTime } from 'luxon';
import { Membership } from '../../../models/membership.ts';
import { PurchasingAccount } from '../../../models/purchasingAccount.ts';

/**
 * A mail tells no time zone that could be trusted; that of the writer's organization is nearer than none.
 *
 * @returns an IANA name, `utc` for who belongs to no organization.
 */
export async function timeZoneOfWriter(email: string): Promise<string> {
  const membership = await Membership.findOne({ email }, { purchasingAccount: 1 }).lean();
  const account =
    membership && (await PurchasingAccount.findById(membership.purchasingAccount, { timeZone: 1 }).lean());
  const zone = account?.timeZone ?? 'utc';
  return DateTime.local({ zone }).isValid ? zone : 'utc';
}
