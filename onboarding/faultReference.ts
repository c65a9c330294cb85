import { randomInt } from 'node:crypto';

// Crockford's base 32: no I, L, O or U, so that a reference can be read out on the telephone.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @returns a short reference, e.g. `7KQ2M9XT`, that the person reads and under which the log has the cause. */
export function faultReference(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
}
