import { Membership } from '../models/membership.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { domainRoles } from './rolePolicy.ts';

/** @returns the actor's places in accounts where they may add domains. */
export async function domainMemberships(actor: Actor): Promise<Membership[]> {
  return Membership.find({ email: actorAddress(actor), 'roles.role': { $in: domainRoles } }).lean();
}
