import { Domain } from '../models/domain.ts';
import type { Actor } from './actor.ts';
import { type ActorInAccount, actorInAccount } from './actorInAccount.ts';
import { readId } from './readId.ts';
import { type Refused, refused } from './refusal.ts';
import { mayDo } from './rolePolicy.ts';

/** Finds a domain that the actor may deal with. @returns or refused: `notFound`, `mayNotAddDomain`. */
export async function domainInHand(
  actor: Actor,
  domainId: string,
): Promise<{ domain: Domain; place: ActorInAccount } | Refused> {
  const _id = readId(domainId);
  const domain = _id && (await Domain.findOne({ _id, associated: true }).lean());
  const place = domain && (await actorInAccount(actor, domain.purchasingAccount));
  if (!domain || !place) return refused({ reason: 'notFound' });
  if (!mayDo(place.held, 'addDomains')) return refused({ reason: 'mayNotAddDomain' });
  return { domain, place };
}
