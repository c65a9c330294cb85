import { Domain } from '../models/domain.ts';
import { Membership } from '../models/membership.ts';
import type { Recipient, Work } from '../models/pendingWork.ts';
import { Person } from '../models/person.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import { addWork } from './addWork.ts';
import { auditWork } from './auditWork.ts';
import type { House } from './house.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { now } from './now.ts';

const mostRecordsShown = 10;
const longestRecordShown = 100;

export type LookedUpDomain =
  | { outcome: 'verified'; domain: Domain }
  /** Another account verified the same name first. */
  | { outcome: 'takenByAnother' }
  | { outcome: 'notYet'; domain: Domain }
  /** It was removed or settled meanwhile. */
  | { outcome: 'gone' };

/**
 * Looks for the TXT record of a domain and writes down what it found; when it is there, together with what has to follow
 * from it. Which of two accounts gets a name is decided by the store's unique index.
 *
 * @param giveUp when the record is not there, the domain has failed, and who added it is told what was there instead.
 * @param askedBy the address of who asked for the look-up and reads its result in the answer: not told a second time.
 */
export async function lookUpDomain(
  house: House,
  domain: Domain,
  { giveUp = false, askedBy }: { giveUp?: boolean; askedBy?: string } = {},
): Promise<LookedUpDomain> {
  let records: string[] = [];
  let fault: string | undefined;
  try {
    records = await house.resolveTxt(domain.name);
  } catch (error) {
    const { code, name } = error as { code?: unknown; name?: unknown };
    fault = typeof code === 'string' ? code : String(name ?? 'Error');
  }
  const lastCheckedAt = now();
  const found = records.slice(0, mostRecordsShown).map((record) => record.slice(0, longestRecordShown));
  const seen = {
    $set: { lastCheckedAt, found, ...(fault !== undefined && { fault }) },
    $unset: { takenByAnother: 1 as const, ...(fault === undefined && { fault: 1 as const }) },
    $inc: { checks: 1 },
  };
  const open = { _id: domain._id, associated: true as const, state: { $in: ['pending' as const, 'failed' as const] } };
  if (records.some((record) => unquoted(record) === domain.txtRecord)) {
    try {
      const verified = await Domain.findOneAndUpdate(
        open,
        {
          ...seen,
          $set: { ...seen.$set, state: 'verified', verifiedAt: lastCheckedAt },
          ...addWork(await verifiedWork(domain, askedBy)),
        },
        { returnDocument: 'after' },
      ).lean();
      return verified ? { outcome: 'verified', domain: verified } : { outcome: 'gone' };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const failed = await Domain.updateOne(open, {
        ...seen,
        $set: { ...seen.$set, state: 'failed', takenByAnother: true },
        $unset: { fault: 1 },
        ...addWork(await notVerifiedWork(domain, { found, takenByAnother: true }, askedBy)),
      });
      return failed.matchedCount > 0 ? { outcome: 'takenByAnother' } : { outcome: 'gone' };
    }
  }
  const written = await Domain.findOneAndUpdate(
    open,
    giveUp
      ? {
          ...seen,
          $set: { ...seen.$set, state: 'failed' },
          ...addWork(
            await notVerifiedWork(domain, { found, ...(fault !== undefined && { unanswered: true }) }, askedBy),
          ),
        }
      : seen,
    { returnDocument: 'after' },
  ).lean();
  return written ? { outcome: 'notYet', domain: written } : { outcome: 'gone' };
}

async function verifiedWork(domain: Domain, askedBy: string | undefined): Promise<Work[]> {
  const { to, account } = await whoAdded(domain);
  const tell: Work = {
    kind: 'tell',
    to,
    notice: {
      kind: 'domainVerified',
      domainId: domain._id.toHexString(),
      domain: domain.name,
      organization: account?.organization ?? '',
      accountNumber: account?.number ?? '',
    },
  };
  return [
    ...(domain.addedBy === askedBy ? [] : [tell]),
    auditWork('domainVerified', { email: 'usher', channel: 'usher' }, domain.purchasingAccount, undefined, {
      domain: domain.name,
    }),
  ];
}

async function notVerifiedWork(
  domain: Domain,
  seen: { found: string[]; unanswered?: true; takenByAnother?: true },
  askedBy: string | undefined,
): Promise<Work[]> {
  const { to, account } = await whoAdded(domain);
  const tell: Work = {
    kind: 'tell',
    to,
    notice: {
      kind: 'domainNotVerified',
      domainId: domain._id.toHexString(),
      domain: domain.name,
      organization: account?.organization ?? '',
      accountNumber: account?.number ?? '',
      expected: domain.txtRecord,
      ...seen,
    },
  };
  return [
    ...(domain.addedBy === askedBy ? [] : [tell]),
    auditWork('domainNotVerified', { email: 'usher', channel: 'usher' }, domain.purchasingAccount, undefined, {
      domain: domain.name,
    }),
  ];
}

async function whoAdded(domain: Domain): Promise<{ to: Recipient; account: PurchasingAccount | null }> {
  const { addedBy: email, purchasingAccount } = domain;
  const [member, person, account] = await Promise.all([
    Membership.findOne({ email, purchasingAccount }).lean(),
    Person.findOne({ email }).lean(),
    PurchasingAccount.findById(purchasingAccount).lean(),
  ]);
  return {
    to: {
      email,
      firstName: member?.firstName ?? person?.firstName ?? '',
      lastName: member?.lastName ?? person?.lastName ?? '',
      language: person?.language ?? member?.language ?? 'en',
    },
    account,
  };
}

/** Some providers' forms store the quotation marks that people paste with the text. */
function unquoted(record: string): string {
  return record.trim().replace(/^"(.*)"$/, '$1');
}
