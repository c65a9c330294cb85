import { Domain } from '../../models/domain.ts';
import { lookForDomainAgain } from '../../onboarding/lookForDomainAgain.ts';
import { now } from '../../onboarding/now.ts';
import { readId } from '../../onboarding/readId.ts';
import { faultInWords } from './faultInWords.ts';
import { stuckDocuments } from './stuckDocuments.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';

const failed = { state: 'failed' as const, associated: true as const };

/** Domains whose TXT record was looked for for 72 hours and never stood there, or whose name another account has. */
export const unverifiedDomain: StuckSource = {
  kind: 'domain',
  ...stuckDocuments(Domain, { stuck: () => failed, since: 'checksEndAt', asThing, readId }),
  async tryAgain(house, id) {
    const _id = readId(id);
    if (!_id) return false;
    await lookForDomainAgain(_id, now());
    house.wake();
    return (await Domain.exists({ _id, associated: true })) !== null;
  },
};

function asThing(domain: Domain): StuckThing {
  const { _id, name, txtRecord, found, addedBy, checksEndAt, checks, fault } = domain;
  if (domain.takenByAnother) {
    return {
      id: _id.toHexString(),
      since: (domain.lastCheckedAt ?? domain.addedAt).toISOString(),
      facts: { domain: name, state: 'takenByAnother' },
      person: addedBy,
      as: 'takenByAnother',
    };
  }
  return {
    id: _id.toHexString(),
    since: checksEndAt.toISOString(),
    facts: { domain: name, expected: txtRecord, found: found.join(' | ').slice(0, 300), attempts: checks },
    ...faultInWords(fault),
    person: addedBy,
    as: checksEndAt.toISOString(),
  };
}
