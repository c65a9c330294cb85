import type { Types } from 'mongoose';
import { Membership } from '../models/membership.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Role } from '../models/role.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { heldRoles } from './heldRoles.ts';
import { readId } from './readId.ts';

/** An account with the actor's place in it. */
export interface ActorInAccount {
  account: PurchasingAccount;
  membership: Membership;
  held: Role[];
}

/**
 * @param id of a purchasing account, perhaps from outside.
 * @returns undefined when the account does not exist or the actor is not in it: both look the same to them.
 */
export async function actorInAccount(actor: Actor, id: string | Types.ObjectId): Promise<ActorInAccount | undefined> {
  const purchasingAccount = typeof id === 'string' ? readId(id) : id;
  if (!purchasingAccount) return undefined;
  const [account, membership] = await Promise.all([
    PurchasingAccount.findById(purchasingAccount).lean(),
    Membership.findOne({ email: actorAddress(actor), purchasingAccount }).lean(),
  ]);
  return account && membership ? { account, membership, held: heldRoles(membership) } : undefined;
}
