/** @returns an agreement or purchasing account number as its ten digits (blanks, hyphens, dots taken out), or undefined. */
export function readNumber(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 40) return undefined;
  const digits = text.replace(/[\s.\-\u2010-\u2015\u00a0]/g, '');
  return /^\d{10}$/.test(digits) ? digits : undefined;
}
