import { Domain } from '../models/domain.ts';
import type { Actor } from './actor.ts';
import { type ActorInAccount, actorInAccount } from './actorInAccount.ts';
import { readId } from './readId.ts';
import { type Refused, refused } from './refusal.ts';
import { mayDo } from './rolePolicy.ts';

/**
 * Finds a domain that the actor may deal with.
 *
 * @param which with `any` also one that was removed.
 * @returns or refused: `notFound`, `mayNotAddDomain`.
 */
export async function domainInHand(
  actor: Actor,
  domainId: string,
  which: 'associated' | 'any' = 'associated',
): Promise<{ domain: Domain; place: ActorInAccount } | Refused> {
  const _id = readId(domainId);
  const domain = _id && (await Domain.findOne({ _id, ...(which === 'associated' && { associated: true }) }).lean());
  const place = domain && (await actorInAccount(actor, domain.purchasingAccount));
  if (!domain || !place) return refused({ reason: 'notFound' });
  if (!mayDo(place.held, 'addDomains')) return refused({ reason: 'mayNotAddDomain' });
  return { domain, place };
}
