import { AuditEntry, type AuditFacts } from '../models/auditEntry.ts';
import type { House } from './house.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';

/**
 * Appends to the audit log; an entry that is there already is never touched.
 *
 * @param id of the entry: the same again makes no second one.
 */
export async function appendAudit(_house: House, id: string, facts: AuditFacts): Promise<void> {
  try {
    await AuditEntry.create({ _id: id, ...facts });
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
}
