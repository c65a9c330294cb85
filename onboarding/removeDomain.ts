import { Domain } from '../models/domain.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addWork } from './addWork.ts';
import { auditWork } from './auditWork.ts';
import { domainInHand } from './domainInHand.ts';
import { domainView } from './domainView.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { DomainView } from './views.ts';

export interface RemoveDomainInput {
  domainId: string;
}

export type RemoveDomainResult = { outcome: 'removed'; domain: DomainView } | Refused;

/**
 * Removes a domain in whatever state; its name can be added anew, here or elsewhere. Whoever presses twice, or after a
 * colleague, has it as they wanted it.
 *
 * @returns the domain as it was; refused: `notFound`, `mayNotAddDomain`.
 */
export async function removeDomain(house: House, actor: Actor, input: RemoveDomainInput): Promise<RemoveDomainResult> {
  const found = await domainInHand(actor, input.domainId, 'any');
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
  if (before) house.wake();
  return { outcome: 'removed', domain: domainView(before ?? found.domain, found.place.account) };
}
