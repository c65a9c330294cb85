import type { PersonName } from '../language/extract/names.ts';

/** Where it is not clear which is which, the last word is the last name: a person looks at it before it is used. */
export function namesOf({ name, firstName, lastName }: PersonName): { firstName: string; lastName: string } {
  if (firstName !== undefined && lastName !== undefined) return { firstName, lastName };
  const words = name.split(/\s+/);
  return words.length > 1
    ? { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) as string }
    : { firstName: name, lastName: '' };
}
