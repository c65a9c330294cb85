import type { Types } from 'mongoose';
import { Domain } from '../models/domain.ts';

/** @returns the names of the verified domains of an account. */
export async function verifiedDomains(purchasingAccount: Types.ObjectId): Promise<string[]> {
  const domains = await Domain.find({ purchasingAccount, state: 'verified' }, { name: 1 }).sort({ name: 1 }).lean();
  return domains.map(({ name }) => name);
}
