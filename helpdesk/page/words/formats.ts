const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type Formats = ReturnType<typeof formats>;

/**
 * How dates and numbers are written, in the operator's own time zone.
 *
 * @param locale with its region where there is one: days and months go by it.
 * @param moment what something that began this instant has lasted.
 */
export function formats(locale: string, moment: string) {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const longDay = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const amount = (unit: string, count: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count);

  function duration(milliseconds: number): string {
    if (milliseconds < minute) return moment;
    if (milliseconds < hour) return amount('minute', Math.floor(milliseconds / minute));
    if (milliseconds < 2 * day) return amount('hour', Math.floor(milliseconds / hour));
    return amount('day', Math.floor(milliseconds / day));
  }

  return {
    locale,
    time: (at: string) => time.format(new Date(at)),
    date: (at: string) => date.format(new Date(at)),
    dateTime: (at: string) => dateTime.format(new Date(at)),
    /** For a tooltip. */
    exact: (at: string) => exact.format(new Date(at)),
    number: (value: number) => number.format(value),
    percent: (share: number) => percent.format(share),
    decimal: (value: number) => decimal.format(value),
    list: (items: readonly string[]) => list.format(items),
    /** For words that stand by themselves. */
    capital,
    dayOf: (at: Date) => dayOfYear.format(at),
    /** A day as `2026-11-25`, short. */
    day: (value: string) => dayOfYear.format(new Date(`${value}T12:00`)),
    /** A language's name; of whatever is none, itself. */
    language(code: string): string {
      try {
        return languages.of(code) ?? code;
      } catch {
        return code;
      }
    },
    /** As short as it can be in a list: the time today, then the weekday, then the date. */
    brief(at: string, now: Date): string {
      const then = new Date(at);
      const days = daysBetween(then, now);
      if (days === 0) return time.format(then);
      if (days > 0 && days < 6) return weekday.format(then);
      return then.getFullYear() === now.getFullYear() ? dayOfYear.format(then) : date.format(then);
    },
    /** Above the messages of a day. */
    dayHeading(at: string, now: Date): string {
      const days = daysBetween(new Date(at), now);
      const name = days === 0 || days === 1 ? relative.format(-days, 'day') : longDay.format(new Date(at));
      return capital(name);
    },
    /** How long something has lasted, in its largest unit. */
    since: (at: string, now: Date) => duration(now.getTime() - Date.parse(at)),
    minutes: (count: number) => (count < 90 ? amount('minute', Math.round(count)) : hours(count / 60)),
    hours,
    /** Of text, by its length in characters. */
    size: (characters: number) =>
      characters < 1_000_000
        ? amount('kilobyte', Math.ceil(characters / 1_000))
        : amount('megabyte', Math.round(characters / 100_000) / 10),
  };

  function capital(words: string): string {
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  }

  function hours(count: number): string {
    if (count < 1) return amount('minute', Math.round(count * 60));
    return count < 48 ? amount('hour', Math.round(count * 10) / 10) : amount('day', Math.round(count / 2.4) / 10);
  }
}

/** Midnights between two moments. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return Math.round((midnight(to) - midnight(from)) / day);
}
