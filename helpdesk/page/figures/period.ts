/** Days of the operator, inclusive, as `2026-11-25`. */
export interface Period {
  from: string;
  to: string;
}

/** Lengths that are at hand, in days. */
export const lengths = { week: 7, month: 30, quarter: 90 } as const;
export type Length = keyof typeof lengths;

/** @returns a day in the operator's own zone. */
function dayOf(at: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${part(at.getMonth() + 1)}-${part(at.getDate())}`;
}

/** @returns the period of so many days that ends today. */
export function endingToday(days: number, now: Date): Period {
  const first = new Date(now);
  first.setDate(first.getDate() - days + 1);
  return { from: dayOf(first), to: dayOf(now) };
}

/** @returns the period that an address names, the last 30 days if it names none, and which of the lengths that is. */
export function readPeriod(search: string, now: Date): { period: Period; length: Length | 'own' } {
  const sent = new URLSearchParams(search);
  const from = sent.get('from');
  const to = sent.get('to');
  const period = from && to ? { from, to } : endingToday(lengths.month, now);
  const length = (Object.keys(lengths) as Length[]).find((name) => {
    const whole = endingToday(lengths[name], now);
    return whole.from === period.from && whole.to === period.to;
  });
  return { period, length: length ?? 'own' };
}
