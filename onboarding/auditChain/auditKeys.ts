import { createHmac } from 'node:crypto';
import type { House } from '../house.ts';

/** A key of the audit log's chain. */
export interface AuditKey {
  /** By which an entry names it; tells nothing of the secret. */
  id: string;
  key: Buffer;
}

/** @returns the keys of the chain: the first makes links, all check them. */
export function auditKeys({
  auditSecrets = [],
  linkSecret,
}: Pick<House, 'auditSecrets' | 'linkSecret'>): [AuditKey, ...AuditKey[]] {
  const from = (secret: string, what: string) => createHmac('sha256', secret).update(`audit chain: ${what}`).digest();
  return [...auditSecrets, linkSecret].map((secret) => ({
    id: from(secret, 'name').toString('base64url').slice(0, 8),
    key: from(secret, 'key'),
  })) as [AuditKey, ...AuditKey[]];
}
