const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
// In CLDR's list, but no country or region of ISO 3166-1.
const notCountries = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);
/** Of the codes asked for so far, two letters each, which are countries. */
const judged = new Map<string, boolean>();

/** @returns an ISO 3166-1 alpha-2 code in capitals, or undefined when it is none. */
export function readCountry(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  let isOne = judged.get(code);
  if (isOne === undefined) {
    isOne = isCountry(code);
    judged.set(code, isOne);
  }
  return isOne ? code : undefined;
}

function isCountry(code: string): boolean {
  if (notCountries.has(code) || names.of(code) === undefined) return false;
  // A code that was replaced (`DD`, `SU`) is none any more.
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}
