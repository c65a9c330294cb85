import { scrypt } from 'node:crypto';
import type { ScryptParameters } from './scryptParameters.ts';

/** RFC 7914, off the main thread. @returns 32 bytes. */
export function runScrypt(password: string, salt: Buffer, { ln, r, p }: ScryptParameters): Promise<Buffer> {
  const N = 2 ** ln;
  return new Promise((resolve, reject) => {
    // Node refuses what takes more than maxmem; this is what it takes, with some room.
    scrypt(
      password.normalize('NFC'),
      salt,
      32,
      { N, r, p, maxmem: 128 * N * r + 128 * r * p + 1024 * 1024 },
      (fault, key) => (fault ? reject(fault) : resolve(key)),
    );
  });
}
