import { Partner } from '../models/partner.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { readId } from './readId.ts';
import { type Refused, refused } from './refusal.ts';

/** Finds a customer's account of the actor's partner. @returns or refused: `notPartner`, `notFound` (somebody else's). */
export async function partnerAccount(
  actor: Actor,
  purchasingAccountId: string,
): Promise<{ account: PurchasingAccount; partner: Partner } | Refused> {
  const _id = readId(purchasingAccountId);
  const partners = await Partner.find({ 'people.email': actorAddress(actor) }).lean();
  if (partners.length === 0) return refused({ reason: 'notPartner' });
  const account =
    _id && (await PurchasingAccount.findOne({ _id, partner: { $in: partners.map((one) => one._id) } }).lean());
  const partner = account && partners.find((one) => account.partner && one._id.equals(account.partner));
  return account && partner ? { account, partner } : refused({ reason: 'notFound' });
}
