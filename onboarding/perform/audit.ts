import { AuditEntry } from '../../models/auditEntry.ts';
import type { House } from '../house.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';
import type { Handed } from './handed.ts';

/** Appends to the audit log; an entry that is there already is never touched. */
export async function audit(_house: House, { item, work }: Handed<'audit'>): Promise<void> {
  try {
    await AuditEntry.create({ _id: item._id, ...work.facts });
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
}
