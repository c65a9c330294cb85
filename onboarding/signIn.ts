import { Credential } from '../models/credential.ts';
import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import { newDevice } from './device.ts';
import type { House } from './house.ts';
import { checkPassword } from './password/checkPassword.ts';
import { hashPassword } from './password/hashPassword.ts';
import { readAddress } from './readAddress.ts';
import { startSession } from './startSession.ts';
import { takeFromSignInLimits } from './takeFromSignInLimits.ts';

export interface SignInInput {
  email: string;
  password: string;
  /** From where it comes, for limits. */
  client: string;
  /** What the browser keeps from a sign-in before, if anything; see device.ts. */
  device?: string | undefined;
}

export type SignInResult =
  /** `device`: for the browser to keep. */
  | { outcome: 'signedIn'; sessionId: string; device: string }
  /** Address or password are wrong, or nobody with this address is in or invited: which of it is not told. */
  | { outcome: 'wrong' }
  | { outcome: 'limited'; retryAt: Date }
  /** Too many passwords are waiting to be hashed. */
  | { outcome: 'busy' };

/**
 * Signs somebody in with their password. Whatever was typed, the same is looked up and one password is hashed, so that
 * neither the answer nor the time it takes says which addresses there are.
 */
export async function signIn(house: House, input: SignInInput): Promise<SignInResult> {
  const retryAt = await takeFromSignInLimits(house, { ...input, account: input.email });
  if (retryAt) return { outcome: 'limited', retryAt };
  const email = readAddress(input.email) ?? '';
  const [credential, membership, invitation] = await Promise.all([
    Credential.findById(email).lean(),
    Membership.findOne({ email, roles: { $ne: [] } }).lean(),
    Invitation.findOne({ email, state: 'pending' }).lean(),
  ]);
  const { password } = input;
  const checked = await checkPassword(password, credential?.passwordHash);
  if (checked.outcome === 'busy') return { outcome: 'busy' };
  // Whose access had gone and who is invited again must sign in to accept.
  const person = membership ?? invitation;
  if (checked.outcome === 'wrong' || !person) return { outcome: 'wrong' };
  if (checked.outdated) {
    const passwordHash = await hashPassword(password);
    if (passwordHash !== 'busy') {
      await Credential.updateOne({ _id: email, passwordHash: credential?.passwordHash }, { $set: { passwordHash } });
    }
  }
  // A password that was changed while it was checked opens nothing.
  const sessionId = await startSession(person, 'password', credential?.passwordChanges ?? 0);
  return { outcome: 'signedIn', sessionId, device: newDevice(house.linkSecret, email) };
}
