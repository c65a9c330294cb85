import { timingSafeEqual } from 'node:crypto';
import { inHashingLine } from './hashingLine.ts';
import { longestPassword } from './passwordProblem.ts';
import { runScrypt } from './runScrypt.ts';
import { scryptParameters } from './scryptParameters.ts';

export type PasswordChecked = { outcome: 'right'; outdated: boolean } | { outcome: 'wrong' } | { outcome: 'busy' };

const stored = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,})\$([A-Za-z0-9+/]{43})$/;
/** For whom nothing is stored: hashed all the same, so that the answer takes as long. */
const nobodys = { parameters: scryptParameters, salt: Buffer.alloc(16), key: undefined };

/**
 * @param passwordHash what is stored, if anything.
 * @returns whether it is that password; `outdated`: it should be hashed anew, with today's parameters.
 * @throws Error when what is stored is no hash of ours.
 */
export async function checkPassword(password: string, passwordHash: string | undefined): Promise<PasswordChecked> {
  const { parameters, salt, key } = passwordHash === undefined ? nobodys : read(passwordHash);
  // Hashing takes its time by the length of the text too; nothing so long was ever stored.
  const typed = password.length > 4 * longestPassword ? '' : password;
  const given = await inHashingLine(() => runScrypt(typed, salt, parameters));
  if (given === 'busy') return { outcome: 'busy' };
  if (key === undefined || !timingSafeEqual(given, key)) return { outcome: 'wrong' };
  const { ln, r, p } = scryptParameters;
  return { outcome: 'right', outdated: parameters.ln !== ln || parameters.r !== r || parameters.p !== p };
}

function read(passwordHash: string) {
  const [, ln, r, p, salt = '', key = ''] = stored.exec(passwordHash) ?? [];
  if (!key) throw new Error('A stored password hash cannot be read.');
  return {
    parameters: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  };
}
