import { AuditEntry } from '../../models/auditEntry.ts';
import { AuditHead } from '../../models/auditHead.ts';
import type { AuditKey } from './auditKeys.ts';
import { headProof } from './headProof.ts';

/** The entry that the next one follows. */
export interface Head {
  seq: number;
  hash: string;
}

/**
 * @returns where the chain ends in the store, how far it is proven to have reached once, and whether that proof is one;
 *   undefined where there is nothing.
 */
export async function headOf(keys: readonly AuditKey[]): Promise<{ tail?: Head; proven?: Head; forged: boolean }> {
  // In this order: what is appended in between must not look like something missing.
  const anchor = await AuditHead.findById('head').lean();
  const last = await AuditEntry.findOne({ seq: { $exists: true } }, { seq: 1, hash: 1 })
    .sort({ seq: -1 })
    .lean();
  const key = keys.find(({ id }) => id === anchor?.key);
  const isProof = anchor && key && headProof(key, anchor) === anchor.proof;
  return {
    ...(last && { tail: { seq: last.seq as number, hash: last.hash ?? '' } }),
    ...(isProof && { proven: { seq: anchor.seq, hash: anchor.hash } }),
    forged: anchor !== null && !isProof,
  };
}
