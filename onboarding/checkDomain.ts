import { Domain } from '../models/domain.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { domainChecksEnd, nextDomainCheck } from './domainCheckTimes.ts';
import { domainInHand } from './domainInHand.ts';
import { domainView } from './domainView.ts';
import type { House } from './house.ts';
import { lookForDomainAgain } from './lookForDomainAgain.ts';
import { lookUpDomain } from './lookUpDomain.ts';
import { now } from './now.ts';
import { type Refused, refused } from './refusal.ts';
import { takeFromLimit } from './takeFromLimit.ts';
import type { DomainView } from './views.ts';

export interface CheckDomainInput {
  domainId: string;
}

export type CheckDomainResult = { outcome: 'checked'; domain: DomainView } | Refused;

/**
 * Looks for the TXT record now (*Check now*). A domain that was given up is looked for again by itself for another 72
 * hours. One that is verified stays so. Who added it and asks gets the answer only, no notice beside it.
 *
 * @returns the domain as it is after the check; refused: `notFound`, `mayNotAddDomain`, `limited`, `takenByAnother`.
 */
export async function checkDomain(house: House, actor: Actor, input: CheckDomainInput): Promise<CheckDomainResult> {
  const found = await domainInHand(actor, input.domainId);
  if ('outcome' in found) return found;
  const { domain, place } = found;
  if (domain.state === 'verified') return { outcome: 'checked', domain: domainView(domain, place.account) };
  const retryAt = await takeFromLimit(house, 'checkNowPerDomain', domain._id.toHexString());
  if (retryAt) return refused({ reason: 'limited', retryAt });
  const looked = await lookUpDomain(house, domain, { askedBy: actorAddress(actor) });
  if (looked.outcome === 'takenByAnother') {
    house.wake();
    return refused({ reason: 'takenByAnother' });
  }
  let after =
    looked.outcome === 'gone' ? await Domain.findOne({ _id: domain._id, associated: true }).lean() : looked.domain;
  if (after?.state === 'failed') {
    const start = now();
    const dueAt = nextDomainCheck(start, 0, domainChecksEnd(start));
    after = (await lookForDomainAgain(after._id, dueAt)) ?? after;
  }
  if (!after) return refused({ reason: 'notFound' });
  house.wake();
  return { outcome: 'checked', domain: domainView(after, place.account) };
}
