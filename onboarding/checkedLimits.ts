import { Duration } from 'luxon';
import * as z from 'zod';
import { defaultLimits, type Limit, type LimitName, type Limits } from './limits.ts';

const limit = z.strictObject({
  most: z.int().positive(),
  per: z.record(z.string(), z.number().positive()).refine((per) => {
    try {
      return Duration.fromObject(per).toMillis() >= 1_000;
    } catch {
      return false;
    }
  }, 'must be a length of time of at least a second, e.g. { hours: 1 }'),
});

/**
 * Limits guard: a 0 or NaN must not switch one off, so each value is checked and nothing is made up for a wrong one.
 *
 * @param changes limits that differ from {@link defaultLimits}.
 * @throws RangeError with what is wrong.
 */
export function checkedLimits(changes: Partial<Record<LimitName, Limit>> = {}): Limits {
  const all: Record<string, Limit> = { ...defaultLimits, ...changes };
  const problems = Object.entries(all).flatMap(([name, value]) => {
    if (!(name in defaultLimits)) return [`${name}: there is no such limit`];
    const checked = limit.safeParse(value);
    return checked.success
      ? []
      : checked.error.issues.map((issue) => `${name}.${issue.path.join('.')}: ${issue.message}`);
  });
  if (problems.length > 0) throw new RangeError(`Wrong limits: ${problems.join('; ')}`);
  return all as Limits;
}
