import { AuditEntry } from '../../models/auditEntry.ts';
import type { House } from '../house.ts';
import { auditKeys } from './auditKeys.ts';
import { entryHash } from './entryHash.ts';
import { type Head, headOf } from './headOf.ts';
import { unchainedEntries } from './unchainedEntries.ts';

/** Where the chain of the audit log does not hold, and how. */
export type Break = {
  /** Number of the entry, where it is about one. */
  seq?: number;
  /** Of the entry that is not right, as it stands there now. */
  entry?: { id: string; at: Date; action: string };
} & (
  | { why: 'changed' | 'otherBefore' | 'unknownSecret' | 'headGone' | 'headForged' | 'addedOutside' | 'otherThanNoted' }
  /** `seq` is the first of them. */
  | { why: 'missing' | 'tailMissing'; upTo: number }
  | { why: 'earlierChanged'; entries: number; expected: number }
);

export type AuditVerdict =
  | { outcome: 'intact'; entries: number; unchained: number; head: Head }
  | { outcome: 'broken'; broken: Break };

/**
 * Checks the audit log from its first entry to its last, and stops at the first place that does not hold.
 *
 * Found is what was changed, taken out, put in or put in another order by whoever can write to the store but does not
 * have the secret; and a tail that was cut off. Not found is a tail cut off together with an older proof of how far the
 * log reached, put back: that only `noted` tells. Nor what somebody did who has the secret, too.
 *
 * @param noted number and hash of an entry, as an earlier check or the service's log told them.
 */
export async function verifyAudit(
  house: Pick<House, 'auditSecrets' | 'linkSecret'>,
  noted?: Head,
): Promise<AuditVerdict> {
  const keys = auditKeys(house);
  const broken = (what: Break): AuditVerdict => ({ outcome: 'broken', broken: what });
  // First: what is appended meanwhile comes after it.
  const { proven, forged } = await headOf(keys);
  if (forged) return broken({ why: 'headForged' });

  let last: Head = { seq: 0, hash: '' };
  let begun: { entries?: unknown; digest?: unknown } | undefined;
  const chain = AuditEntry.find({ seq: { $exists: true } }).sort({ seq: 1 });
  for await (const entry of chain.lean().cursor()) {
    const { seq = Number.NaN, previous, action } = entry;
    const which = { seq, entry: { id: String(entry._id), at: entry.at, action } };
    if (seq > last.seq + 1) return broken({ why: 'missing', seq: last.seq + 1, upTo: Math.ceil(seq) - 1 });
    const key = keys.find(({ id }) => id === entry.key);
    if (!key) return broken({ why: 'unknownSecret', ...which });
    if (seq !== last.seq + 1 || entryHash(key, entry) !== entry.hash) return broken({ why: 'changed', ...which });
    if (previous !== last.hash) return broken({ why: 'otherBefore', ...which });
    if (seq === 1 && action === 'auditChainBegun') begun = entry.details ?? {};
    last = { seq, hash: entry.hash };
    const { seq: at, hash } = last;
    if (noted?.seq === at && noted.hash !== hash) return broken({ why: 'otherThanNoted', ...which });
    if (proven?.seq === at && proven.hash !== hash) return broken({ why: 'headForged', ...which });
  }
  const reached = Math.max(proven?.seq ?? 0, noted?.seq ?? 0);
  if (reached > last.seq) return broken({ why: 'tailMissing', seq: last.seq + 1, upTo: reached });
  if (!proven && last.seq > 0) return broken({ why: 'headGone', seq: last.seq });

  const unchained = await unchainedEntries();
  if (begun && (begun.entries !== unchained.entries || begun.digest !== unchained.digest)) {
    return broken({ why: 'earlierChanged', entries: unchained.entries, expected: Number(begun.entries) });
  }
  if (!begun && last.seq > 0 && unchained.entries > 0) return broken({ why: 'addedOutside' });
  return { outcome: 'intact', entries: last.seq, unchained: unchained.entries, head: last };
}
