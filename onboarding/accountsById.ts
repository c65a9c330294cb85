import type { Types } from 'mongoose';
import { PurchasingAccount } from '../models/purchasingAccount.ts';

/** @returns the purchasing accounts of these ids, by hex id. */
export async function accountsById(ids: readonly Types.ObjectId[]): Promise<Map<string, PurchasingAccount>> {
  if (ids.length === 0) return new Map();
  const accounts = await PurchasingAccount.find({ _id: { $in: ids } }).lean();
  return new Map(accounts.map((account) => [account._id.toHexString(), account]));
}
