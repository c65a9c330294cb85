import { Credential } from '../models/credential.ts';
import { Membership } from '../models/membership.ts';
import type { House } from './house.ts';
import { checkPassword } from './password/checkPassword.ts';
import { hashPassword } from './password/hashPassword.ts';
import { longestPassword } from './password/passwordProblem.ts';
import { readAddress } from './readAddress.ts';
import { startSession } from './startSession.ts';
import { takeFromSignInLimits } from './takeFromSignInLimits.ts';

export interface SignInInput {
  email: string;
  password: string;
  /** From where it comes, for limits. */
  client: string;
}

export type SignInResult =
  | { outcome: 'signedIn'; sessionId: string }
  /** Address or password are wrong, or nobody with this address is in: which of it is not told. */
  | { outcome: 'wrong' }
  | { outcome: 'limited'; retryAt: Date }
  /** Too many passwords are waiting to be hashed. */
  | { outcome: 'busy' };

/**
 * Signs somebody in with their password. Whatever was typed, the same is looked up and one password is hashed, so that
 * neither the answer nor the time it takes says which addresses there are.
 */
export async function signIn(house: House, input: SignInInput): Promise<SignInResult> {
  const retryAt = await takeFromSignInLimits(house, input.email, input.client);
  if (retryAt) return { outcome: 'limited', retryAt };
  const email = readAddress(input.email) ?? '';
  const [credential, membership] = await Promise.all([
    Credential.findById(email).lean(),
    Membership.findOne({ email, roles: { $ne: [] } }).lean(),
  ]);
  // Hashing takes its time by the length of the text too; nothing so long was ever stored.
  const password = input.password.length > 4 * longestPassword ? '' : input.password;
  const checked = await checkPassword(password, credential?.passwordHash);
  if (checked.outcome === 'busy') return { outcome: 'busy' };
  if (checked.outcome === 'wrong' || !membership) return { outcome: 'wrong' };
  if (checked.outdated) {
    const passwordHash = await hashPassword(password);
    if (passwordHash !== 'busy') {
      await Credential.updateOne({ _id: email, passwordHash: credential?.passwordHash }, { $set: { passwordHash } });
    }
  }
  return { outcome: 'signedIn', sessionId: await startSession(membership, 'password') };
}
