import { Credential } from '../models/credential.ts';
import { Session } from '../models/session.ts';
import { actorAddress } from './actorAddress.ts';
import { newDevice } from './device.ts';
import type { SignedIn } from './findSession.ts';
import type { House } from './house.ts';
import { checkPassword } from './password/checkPassword.ts';
import { hashPassword } from './password/hashPassword.ts';
import { type NewPasswordFault, newPasswordFault } from './password/newPasswordFault.ts';
import { passwordChange } from './password/passwordChange.ts';
import { passwordOwner } from './password/passwordOwner.ts';
import { takeFromLimit } from './takeFromLimit.ts';

export interface ChangePasswordInput {
  current: string;
  password: string;
  confirmation: string;
}

/** What is wrong with a field of the page *Change password*. */
export type ChangePasswordFault = NewPasswordFault | { field: 'current'; problem: 'missing' | 'wrong' };

export type ChangePasswordResult =
  /** `device`: for the browser to keep; see device.ts. */
  | { outcome: 'changed'; device: string }
  | { outcome: 'invalid'; faults: ChangePasswordFault[] }
  /** They sign in with Microsoft alone. */
  | { outcome: 'noPassword' }
  | { outcome: 'limited'; retryAt: Date }
  | { outcome: 'busy' };

/** Changes the password of somebody who is signed in and knows the current one. Their other sessions end. */
export async function changePassword(
  house: House,
  session: SignedIn,
  input: ChangePasswordInput,
): Promise<ChangePasswordResult> {
  const email = actorAddress(session.actor);
  const credential = await Credential.findById(email).lean();
  if (credential?.passwordHash === undefined) return { outcome: 'noPassword' };
  const owner = await passwordOwner(email);
  const faults: ChangePasswordFault[] = [];
  const fault = newPasswordFault(input, owner);
  if (fault) faults.push(fault);
  if (input.current === '') {
    faults.unshift({ field: 'current', problem: 'missing' });
    return { outcome: 'invalid', faults };
  }
  const retryAt = await takeFromLimit(house, 'passwordChangesPerPerson', email);
  if (retryAt) return { outcome: 'limited', retryAt };
  const checked = await checkPassword(input.current, credential.passwordHash);
  if (checked.outcome === 'busy') return { outcome: 'busy' };
  const changedBefore = { outcome: 'changed', device: newDevice(house.linkSecret, email) } as const;
  if (checked.outcome === 'wrong') {
    // Pressed twice: it is as they wanted it.
    const again = fault ? undefined : await checkPassword(input.password, credential.passwordHash);
    if (again?.outcome === 'busy') return { outcome: 'busy' };
    if (again?.outcome === 'right') return changedBefore;
    faults.unshift({ field: 'current', problem: 'wrong' });
  } else if (!fault && input.password.normalize('NFC') === input.current.normalize('NFC')) {
    faults.push({ field: 'password', problem: 'current' });
  }
  if (faults.length > 0) return { outcome: 'invalid', faults };
  const passwordHash = await hashPassword(input.password);
  if (passwordHash === 'busy') return { outcome: 'busy' };
  const changed = await Credential.findOneAndUpdate(
    { _id: email, passwordHash: credential.passwordHash },
    passwordChange(owner, passwordHash, 'password'),
    { returnDocument: 'after' },
  ).lean();
  // Changed elsewhere in the same instant: what it is now tells how to go on.
  if (!changed) return changePassword(house, session, input);
  const { passwordChanges = 0 } = changed;
  await Session.updateOne({ _id: session.sessionHash }, { $set: { passwordChanges } });
  house.wake();
  return changedBefore;
}
