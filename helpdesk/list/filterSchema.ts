import { DateTime, IANAZone } from 'luxon';
import * as z from 'zod';
import type { ConversationFilter } from '../api.ts';

const day = z.string().refine((value) => /^\d{4}-\d\d-\d\d$/.test(value) && DateTime.fromISO(value).isValid);
const word = z.string().min(1).max(64);
const zone = z
  .string()
  .max(64)
  .refine((name) => IANAZone.isValidZone(name));

/** What a query may say of a filter, and nothing else; routes extend it. */
export const filterSchema = z.strictObject({
  state: z.enum(['waiting', 'joined', 'stuck', 'open', 'done']).optional(),
  channel: z.enum(['teams', 'mail']).optional(),
  organization: z
    .string()
    .regex(/^[0-9a-f]{24}$/)
    .optional(),
  walk: word.optional(),
  language: word.optional(),
  person: z.string().min(1).max(320).optional(),
  from: day.optional(),
  to: day.optional(),
  zone: zone.optional(),
}) satisfies z.ZodType<ConversationFilter>;
