import { AuditHead } from '../../models/auditHead.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';
import type { AuditKey } from './auditKeys.ts';
import type { Head } from './headOf.ts';
import { headProof } from './headProof.ts';

/** Notes how far the chain reaches, unless it is noted to reach further. */
export async function writeHead(key: AuditKey, { seq, hash }: Head): Promise<void> {
  const head = { seq, hash, key: key.id, proof: headProof(key, { seq, hash }) };
  const written = await AuditHead.updateOne({ _id: 'head', seq: { $lt: seq } }, { $set: head });
  if (written.matchedCount > 0) return;
  try {
    await AuditHead.create({ _id: 'head', ...head });
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
}
