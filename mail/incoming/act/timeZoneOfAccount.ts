import { DateTime } from 'luxon';
import type { Types } from 'mongoose';
import { PurchasingAccount } from '../../../models/purchasingAccount.ts';

/**
 * A mail tells no time zone that could be trusted; that of the writer's organization is nearer than none.
 *
 * @param purchasingAccount the writer's, or that which the mail is about; absent for who belongs to no organization.
 * @returns an IANA name; `utc` where no time zone is known.
 */
export async function timeZoneOfAccount(purchasingAccount: Types.ObjectId | undefined): Promise<string> {
  const account = purchasingAccount && (await PurchasingAccount.findById(purchasingAccount, { timeZone: 1 }).lean());
  const zone = account?.timeZone ?? 'utc';
  return DateTime.local({ zone }).isValid ? zone : 'utc';
}
