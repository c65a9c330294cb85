import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { ResendRequest } from '../../models/resendRequest.ts';
import type { House } from '../house.ts';
import { resendToAdministrator } from '../resendToAdministrator.ts';
import type { Handed } from './handed.ts';

/**
 * Compares what somebody typed to have an invitation resent, and sends it to the designated address when all three
 * match. Nobody is told what came of it; the limit per account holds silently.
 */
export async function matchResend(
  house: House,
  { item, document }: Handed<'matchResend', ResendRequest>,
): Promise<void> {
  const { agreementNumber, accountNumber, administratorEmail, askedBy, channel } = document;
  const account = await PurchasingAccount.findOne({ number: accountNumber, agreementNumber }).lean();
  if (account?.administrator.email !== administratorEmail) return;
  await resendToAdministrator(house, account, { by: { email: askedBy, channel }, workId: item._id });
}
