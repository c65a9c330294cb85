import { namesByCode } from './namesByCode.ts';
import { readCountry } from './readCountry.ts';

const named = namesByCode('region');
const usual: Readonly<Record<string, string>> = {
  uk: 'GB',
  usa: 'US',
  'u.s.a.': 'US',
  'great britain': 'GB',
  'gran bretagna': 'GB',
};

/** @returns the country of a code, or of a name in English or Italian (`Germany`, `Germania`), or undefined. */
export function countryNamed(text: string): string | undefined {
  const code = usual[text.trim().toLowerCase()] ?? readCountry(text) ?? named(text)?.toUpperCase();
  return code === undefined ? undefined : readCountry(code);
}
