import { countryName } from '../language/wording.ts';
import { countryNamed } from '../onboarding/countryNamed.ts';
import { readCountry } from '../onboarding/readCountry.ts';

const byLanguage = new Map<string, readonly { title: string; value: string }[]>();
const languages = new WeakMap<object, string>();

/**
 * @param language BCP 47.
 * @returns every country and region of ISO 3166-1 as choices of a form, named and sorted as in that language. The value
 *   is the name too: some clients show the value of a choice that is looked through by typing, and let others be typed.
 */
export function countryChoices(language: string): readonly { title: string; value: string }[] {
  const known = byLanguage.get(language);
  if (known) return known;
  const order = new Intl.Collator(language);
  const choices = Object.freeze(
    codes
      .map((code) => countryName(code, language))
      .sort(order.compare)
      .map((name) => Object.freeze({ title: name, value: name })),
  );
  byLanguage.set(language, choices);
  languages.set(choices, language);
  return choices;
}

/** @returns in which language these choices are those of {@link countryChoices}, if they are. */
export function languageOfCountries(choices: object): string | undefined {
  return languages.get(choices);
}

/**
 * @param typed what came back from the form: a name of {@link countryChoices}, or what somebody typed instead.
 * @returns its ISO 3166-1 alpha-2 code, or what was typed where it is no country.
 */
export function countryTyped(typed: string, language: string): string {
  const name = typed.trim();
  return codes.find((code) => countryName(code, language) === name) ?? countryNamed(name) ?? typed;
}

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

const codes = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => readCountry(code) === code && isCurrent(code));

/** A code that was given up (DD, SU, YU) is another one in today's spelling. */
function isCurrent(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}
