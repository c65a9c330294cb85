import * as z from 'zod';
import { auditedActions } from '../../models/auditEntry.ts';
import type { ConsoleDoor } from '../door.ts';
import { filterSchema } from '../list/filterSchema.ts';
import { listAudit } from './listAudit.ts';

const address = z
  .string()
  .min(1)
  .max(320)
  .transform((value) => value.trim().toLowerCase());
const input = filterSchema.pick({ from: true, to: true, zone: true }).extend({
  who: address.optional(),
  forWhom: address.optional(),
  action: z.enum(auditedActions).optional(),
  cursor: z.string().max(400).optional(),
});

/** Mounts the audit log. */
export function mountAudit(door: ConsoleDoor): void {
  door.get('/audit', { audit: false, input }, async ({ input: { cursor, ...filter } }) => {
    const page = await listAudit(filter, cursor);
    return 'wrong' in page ? { refused: 'wrongInput', fields: page.wrong } : { body: page };
  });
}
