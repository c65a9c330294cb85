import { appendAudit } from '../appendAudit.ts';
import type { House } from '../house.ts';
import type { Handed } from './handed.ts';

/** Appends to the audit log. */
export async function audit(house: House, { item, work }: Handed<'audit'>): Promise<void> {
  await appendAudit(house, item._id, work.facts);
}
