import { readCountry } from '../onboarding/readCountry.ts';

const byLanguage = new Map<string, readonly { title: string; value: string }[]>();

/**
 * @param language BCP 47.
 * @returns every country and region of ISO 3166-1 as choices of a form, named and sorted as in that language.
 */
export function countryChoices(language: string): readonly { title: string; value: string }[] {
  const known = byLanguage.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const order = new Intl.Collator(language);
  const choices = codes
    .map((value) => ({ title: names.of(value) ?? value, value }))
    .sort((a, b) => order.compare(a.title, b.title));
  byLanguage.set(language, choices);
  return choices;
}

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

const codes = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => readCountry(code) === code && isCurrent(code));

/** A code that was given up (DD, SU, YU) is another one in today's spelling. */
function isCurrent(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}
