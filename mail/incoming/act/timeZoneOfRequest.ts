import { AccessRequest } from '../../../models/accessRequest.ts';
import { timeZoneOfAccount } from './timeZoneOfAccount.ts';

/** @returns the time zone of the account that a request is about, as an IANA name; `utc` where there is none. */
export async function timeZoneOfRequest(requestId: string): Promise<string> {
  const request = await AccessRequest.findById(requestId, { purchasingAccount: 1 }).lean();
  return await timeZoneOfAccount(request?.purchasingAccount);
}
