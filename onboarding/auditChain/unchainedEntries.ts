import { createHash } from 'node:crypto';
import { AuditEntry } from '../../models/auditEntry.ts';
import { canonicalJson } from './canonicalJson.ts';

/** @returns how many entries are from before there was a chain, and one SHA-256 over all of them. */
export async function unchainedEntries(): Promise<{ entries: number; digest: string }> {
  const hash = createHash('sha256');
  let entries = 0;
  const unchained = AuditEntry.find({ seq: { $exists: false } }).sort({ _id: 1 });
  for await (const entry of unchained.lean().cursor()) {
    entries += 1;
    hash.update(canonicalJson(entry)).update('\n');
  }
  return { entries, digest: hash.digest('base64url') };
}
