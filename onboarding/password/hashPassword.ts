import { randomBytes } from 'node:crypto';
import { inHashingLine } from './hashingLine.ts';
import { runScrypt } from './runScrypt.ts';
import { scryptParameters } from './scryptParameters.ts';

/**
 * @returns what is stored of a password: a PHC string, `$scrypt$ln=…,r=…,p=…$salt$hash` in base64 without padding, or
 *   `busy` when too many wait to have theirs hashed.
 */
export async function hashPassword(password: string): Promise<string | 'busy'> {
  const { ln, r, p } = scryptParameters;
  const salt = randomBytes(16);
  const key = await inHashingLine(() => runScrypt(password, salt, scryptParameters));
  return key === 'busy' ? key : `$scrypt$ln=${ln},r=${r},p=${p}$${unpadded(salt)}$${unpadded(key)}`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
