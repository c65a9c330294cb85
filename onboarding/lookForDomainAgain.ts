import type { Types } from 'mongoose';
import { Domain } from '../models/domain.ts';
import { addWork } from './addWork.ts';
import { domainChecksEnd } from './domainCheckTimes.ts';
import { now } from './now.ts';

/**
 * Has Usher look for the TXT record of a domain that was given up for another 72 hours.
 * @param dueAt when it looks first.
 * @returns the domain as it is then; null when it is not given up any more.
 */
export async function lookForDomainAgain(domain: Types.ObjectId, dueAt: Date): Promise<Domain | null> {
  return Domain.findOneAndUpdate(
    { _id: domain, associated: true, state: 'failed' },
    {
      $set: { state: 'pending', checksEndAt: domainChecksEnd(now()), checks: 0 },
      $unset: { takenByAnother: 1 },
      ...addWork([{ work: { kind: 'checkDomain' }, dueAt }]),
    },
    { returnDocument: 'after' },
  ).lean();
}
