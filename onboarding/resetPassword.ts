import { Credential } from '../models/credential.ts';
import { newDevice } from './device.ts';
import type { House } from './house.ts';
import { tokenHash } from './invitationLink.ts';
import { now } from './now.ts';
import { openPasswordReset } from './openPasswordReset.ts';
import { checkPassword } from './password/checkPassword.ts';
import { hashPassword } from './password/hashPassword.ts';
import { type NewPasswordFault, newPasswordFault } from './password/newPasswordFault.ts';
import { passwordChange } from './password/passwordChange.ts';
import { passwordOwner } from './password/passwordOwner.ts';
import { takeFromSignInLimits } from './takeFromSignInLimits.ts';

export interface ResetPasswordInput {
  /** What stands in the link. */
  token: string;
  password: string;
  confirmation: string;
  /** From where it comes, for limits. */
  client: string;
}

export type ResetPasswordResult =
  /** `device`: for the browser to keep; see device.ts. `language`: whose password it is prefers it. */
  | { outcome: 'changed'; device: string; language?: string }
  | { outcome: 'invalid'; email: string; language?: string; fault: NewPasswordFault }
  | { outcome: 'dead' }
  | { outcome: 'busy' };

/**
 * Sets a new password by the mailed link, once. Nobody is signed in by it: whoever has the link only signs in with what
 * they have chosen (OWASP, Forgot Password Cheat Sheet), from a browser that is known from then on.
 */
export async function resetPassword(house: House, input: ResetPasswordInput): Promise<ResetPasswordResult> {
  const opened = await openPasswordReset(input.token);
  if (opened.outcome === 'dead') return pressedTwice(house, input);
  const { email } = opened;
  const owner = await passwordOwner(email);
  const fault = newPasswordFault(input, owner);
  if (fault) return { ...opened, outcome: 'invalid', fault };
  const passwordHash = await hashPassword(input.password);
  if (passwordHash === 'busy') return { outcome: 'busy' };
  const changed = await Credential.updateOne(
    {
      _id: email,
      'reset.tokenHash': tokenHash(input.token),
      'reset.expiresAt': { $gt: now() },
      'reset.usedAt': { $exists: false },
    },
    passwordChange(owner, passwordHash, 'link'),
  );
  // Used elsewhere in the same instant.
  if (changed.matchedCount === 0) return pressedTwice(house, input);
  house.wake();
  return changedFor(house, owner);
}

/** A link that was used a moment ago with the same password was used by the same person, who pressed the button twice. */
async function pressedTwice(
  house: House,
  { token, password, client }: ResetPasswordInput,
): Promise<ResetPasswordResult> {
  const used = await Credential.findOne({
    'reset.tokenHash': tokenHash(token),
    'reset.expiresAt': { $gt: now() },
    'reset.usedAt': { $exists: true },
  }).lean();
  if (!used || (await takeFromSignInLimits(house, { account: used._id, client }))) return { outcome: 'dead' };
  const checked = await checkPassword(password, used.passwordHash);
  if (checked.outcome === 'busy') return { outcome: 'busy' };
  return checked.outcome === 'right' ? changedFor(house, await passwordOwner(used._id)) : { outcome: 'dead' };
}

function changedFor(house: House, { email, language }: Awaited<ReturnType<typeof passwordOwner>>): ResetPasswordResult {
  return {
    outcome: 'changed',
    device: newDevice(house.linkSecret, email),
    ...(language !== undefined && { language }),
  };
}
