import type { Types } from 'mongoose';
import { PurchasingAccount } from '../models/purchasingAccount.ts';

/** @returns the purchasing accounts of these ids, by hex id. */
export async function accountsById(ids: readonly Types.ObjectId[]): Promise<Map<string, PurchasingAccount>> {
  if (ids.length === 0) return new Map();
  // Past mongoose's query, which takes longer than the store: this is asked in every turn, and ids need no casting.
  const accounts = await PurchasingAccount.collection.find<PurchasingAccount>({ _id: { $in: [...ids] } }).toArray();
  return new Map(accounts.map((account) => [account._id.toHexString(), account]));
}
