import { addWork } from '../addWork.ts';
import { now } from '../now.ts';
import type { PasswordOwner } from './passwordProblem.ts';

/**
 * The update of a work account that changes its password, with everything that follows from it: sessions that began
 * before have ended, links for a new password are dead, the person is told by mail.
 *
 * @param passwordHash of the new one.
 * @param proven `password`: the current one was typed; `link`: it was forgotten, and the mailed link was used.
 */
export function passwordChange(
  { email, firstName, lastName, language = 'en' }: PasswordOwner & { language?: string },
  passwordHash: string,
  proven: 'password' | 'link',
) {
  const at = now();
  return {
    $set: { passwordHash, passwordChangedAt: at, ...(proven === 'link' && { 'reset.usedAt': at }) },
    // A used link is known for what it is, until a newer one takes its place.
    ...(proven === 'password' && { $unset: { reset: 1 } }),
    $inc: { passwordChanges: 1 },
    ...addWork([
      {
        kind: 'mail',
        to: { email, firstName, lastName, language },
        notice: { kind: 'passwordChanged', at },
      },
      {
        kind: 'audit',
        facts: { at, action: 'passwordChanged', who: email, forWhom: email, channel: 'web', details: { proven } },
      },
    ]),
  } as const;
}
