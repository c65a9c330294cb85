import type { Types } from 'mongoose';
import { Membership } from '../models/membership.ts';
import { invitingRoles } from './rolePolicy.ts';

/** @returns those who are in these accounts and may invite; they also decide requests. */
export async function inviterMembers(purchasingAccounts: readonly Types.ObjectId[]): Promise<Membership[]> {
  if (purchasingAccounts.length === 0) return [];
  return Membership.find({ purchasingAccount: { $in: purchasingAccounts }, 'roles.role': { $in: invitingRoles } })
    .sort({ email: 1 })
    .lean();
}
