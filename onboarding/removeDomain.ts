import { Domain } from '../models/domain.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addWork } from './addWork.ts';
import { auditWork } from './auditWork.ts';
import { domainInHand } from './domainInHand.ts';
import { domainView } from './domainView.ts';
import type { House } from './house.ts';
import { type Refused, refused } from './refusal.ts';
import type { DomainView } from './views.ts';

export interface RemoveDomainInput {
  domainId: string;
}

export type RemoveDomainResult = { outcome: 'removed'; domain: DomainView } | Refused;

/**
 * Removes a domain in whatever state; its name can be added anew, here or elsewhere.
 *
 * @returns the domain as it was; refused: `notFound` (also: removed already), `mayNotAddDomain`.
 */
export async function removeDomain(house: House, actor: Actor, input: RemoveDomainInput): Promise<RemoveDomainResult> {
  const found = await domainInHand(actor, input.domainId);
  if ('outcome' in found) return found;
  const by = { email: actorAddress(actor), channel: actor.channel };
  const before = await Domain.findOneAndUpdate(
    { _id: found.domain._id, associated: true },
    {
      $set: { state: 'removed' },
      $unset: { associated: 1 },
      ...addWork([
        auditWork('domainRemoved', by, found.domain.purchasingAccount, undefined, { domain: found.domain.name }),
      ]),
    },
    { returnDocument: 'before' },
  ).lean();
  if (!before) return refused({ reason: 'notFound' });
  house.wake();
  return { outcome: 'removed', domain: domainView(before, found.place.account) };
}
