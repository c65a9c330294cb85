import { createHmac } from 'node:crypto';
import type { AuditEntry } from '../../models/auditEntry.ts';
import type { AuditKey } from './auditKeys.ts';
import { canonicalJson } from './canonicalJson.ts';

/**
 * The hash that chains an entry to the one before: over everything that stands in the entry, the hash of the one before
 * among it, and with a secret, so that whoever can write to the store cannot make a link.
 *
 * Source of the idea: B. Schneier, J. Kelsey, "Secure Audit Logs to Support Computer Forensics", ACM TISSEC 2(2), 1999
 * (hash chain and MAC), without their key that changes with each entry: whoever has both store and secret can write the
 * log anew, which the number and hash of an entry, noted elsewhere, then tell.
 */
export function entryHash(key: AuditKey, { hash: _, ...entry }: AuditEntry): string {
  return createHmac('sha256', key.key)
    .update(`entry:${canonicalJson(entry)}`)
    .digest('base64url');
}
