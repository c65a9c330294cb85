import { PasswordReset } from '../models/passwordReset.ts';
import { firstWork } from './firstWork.ts';
import type { House } from './house.ts';
import { now } from './now.ts';
import { readAddress } from './readAddress.ts';
import { type Refused, refused } from './refusal.ts';
import { takeFromLimit } from './takeFromLimit.ts';

export interface AskForPasswordResetInput {
  /** As typed. */
  email: string;
  /** In which language it is asked, BCP 47. */
  language: string;
  /** From where it comes, for limits. */
  client: string;
}

/** `asked`: what everybody hears, whether there is such an account or not. */
export type AskForPasswordResetResult = { outcome: 'asked' } | Refused;

/**
 * Asks for a link with which a forgotten password is replaced. What was typed is written down and looked up later by the
 * worker: the same work for every address, so that neither the answer nor the time it takes says which accounts there are
 * (OWASP, Forgot Password Cheat Sheet). The limit per account is the worker's, silently.
 *
 * @returns refused: `invalid`, `limited`.
 */
export async function askForPasswordReset(
  house: House,
  { email: typed, language, client }: AskForPasswordResetInput,
): Promise<AskForPasswordResetResult> {
  const email = readAddress(typed);
  if (!email) {
    const problem = typed.trim() === '' ? 'missing' : 'badAddress';
    return refused({ reason: 'invalid', fields: [{ field: 'email', problem }] });
  }
  const retryAt = await takeFromLimit(house, 'passwordResetsPerClient', client);
  if (retryAt) return refused({ reason: 'limited', retryAt });
  await PasswordReset.create({ email, language, createdAt: now(), ...firstWork([{ kind: 'matchPasswordReset' }]) });
  house.wake();
  return { outcome: 'asked' };
}
