import { type PasswordOwner, type PasswordProblem, passwordProblem } from './passwordProblem.ts';

/** What is wrong with a new password, or with its confirmation. */
export interface NewPasswordFault {
  field: 'password' | 'confirmation';
  /** `current`: it is the one that they have. */
  problem: PasswordProblem | 'different' | 'current';
}

/** @returns the first thing that is wrong with a new password that was typed twice, or undefined when nothing is. */
export function newPasswordFault(
  { password, confirmation }: { password: string; confirmation: string },
  owner: PasswordOwner,
): NewPasswordFault | undefined {
  const problem = passwordProblem(password, owner);
  if (problem) return { field: 'password', problem };
  return password.normalize('NFC') === confirmation.normalize('NFC')
    ? undefined
    : { field: 'confirmation', problem: 'different' };
}
