import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import type { ConversationFilter } from '../api.ts';

const day = z.string().refine((value) => /^\d{4}-\d\d-\d\d$/.test(value) && DateTime.fromISO(value).isValid);
const word = z.string().min(1).max(64);

const schema = z.object({
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
  zone: z
    .string()
    .max(64)
    .refine((zone) => IANAZone.isValidZone(zone))
    .optional(),
}) satisfies z.ZodType<ConversationFilter>;

/** The names of what is wrong in a query. */
export interface WrongInput {
  wrong: string[];
}

/** @param query as it came; other names in it are none of a filter's. @returns the filter, or the names that are wrong. */
export function readFilter(query: Record<string, unknown>): { filter: ConversationFilter } | WrongInput {
  // A form sends what was not chosen as an empty text.
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (!read.success) return { wrong: [...new Set(read.error.issues.map(({ path }) => String(path[0])))] };
  return { filter: read.data };
}
