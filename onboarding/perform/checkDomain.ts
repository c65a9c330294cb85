import type { Domain } from '../../models/domain.ts';
import { nextDomainCheck } from '../domainCheckTimes.ts';
import type { House } from '../house.ts';
import { lookUpDomain } from '../lookUpDomain.ts';
import { now } from '../now.ts';
import type { Handed } from './handed.ts';

/** Looks for the TXT record of a domain. @returns when to look again; nothing when it is settled. */
export async function checkDomain(
  house: House,
  { item, document }: Handed<'checkDomain', Domain>,
): Promise<Date | undefined> {
  if (document.state !== 'pending') return undefined;
  // Given up and taken up again, a domain may carry two; one goes on.
  if (document.pendingWork.find(({ work }) => work.kind === 'checkDomain')?._id !== item._id) return undefined;
  const giveUp = now() >= document.checksEndAt;
  const looked = await lookUpDomain(house, document, { giveUp });
  if (looked.outcome !== 'notYet' || giveUp) return undefined;
  return nextDomainCheck(now(), looked.domain.checks, looked.domain.checksEndAt);
}
