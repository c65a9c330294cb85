import { DateTime } from 'luxon';
import { displayNames, listFormat } from './intl.ts';

/** @returns the date in words of that language, e.g. `23 novembre 2026`. */
export function dateInWords(date: Date, language: string, timeZone = 'utc'): string {
  return DateTime.fromJSDate(date, { zone: timeZone }).setLocale(language).toLocaleString(DateTime.DATE_FULL);
}

/** @returns date and time of day in words of that language, fit for the middle of a sentence, e.g. `23 nov 2026 alle 10:15`. */
export function timeInWords(date: Date, language: string, timeZone = 'utc'): string {
  const moment = DateTime.fromJSDate(date, { zone: timeZone }).setLocale(language);
  const joint = joints[language.split('-')[0] ?? ''];
  if (joint === undefined) return moment.toLocaleString(DateTime.DATETIME_MED);
  return moment.toLocaleString(DateTime.DATE_MED) + joint + moment.toLocaleString(DateTime.TIME_SIMPLE);
}

/**
 * @param date from which on something can be done again.
 * @returns the same as {@link timeInWords}, rounded up to the minute: told down to it, that moment would not have come yet.
 */
export function timeFromInWords(date: Date, language: string, timeZone = 'utc'): string {
  const minute = 60_000;
  return timeInWords(new Date(Math.ceil(date.getTime() / minute) * minute), language, timeZone);
}

/** What stands between date and time where the comma of Intl's medium format is no language: `dal 26 nov 2026, 15:20`. */
const joints: Readonly<Record<string, string>> = { it: ' alle ' };

/** @returns the items as an enumeration of that language, e.g. `a, b e c`. */
export function listInWords(
  items: readonly string[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return listFormat(language, type).format(items);
}

/** @returns the name of a country or region (ISO 3166-1 alpha-2) in that language, e.g. `Italia`. */
export function countryName(country: string, language: string): string {
  const key = `${language} ${country}`;
  let name = countryNames.get(key);
  if (name === undefined) {
    name = displayNames(language, 'region').of(country) ?? country;
    countryNames.set(key, name);
  }
  return name;
}

/** Each form asks for one, and Intl takes longer for it than the form for a field. Only what is a code at all gets here. */
const countryNames = new Map<string, string>();

/** @returns the name of a language (BCP 47) in that other language, e.g. `tedesco`. */
export function languageName(tag: string, language: string): string {
  return displayNames(language, 'language').of(tag) ?? tag;
}
