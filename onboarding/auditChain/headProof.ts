import { createHmac } from 'node:crypto';
import type { AuditKey } from './auditKeys.ts';

/** @returns what proves that the chain reached the entry with that number and hash. */
export function headProof(key: AuditKey, { seq, hash }: { seq: number; hash: string }): string {
  return createHmac('sha256', key.key).update(`head:${seq}:${hash}`).digest('base64url');
}
