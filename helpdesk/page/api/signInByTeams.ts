import type { Teams } from '../theme/framedTeams.ts';
import { Refused } from './Refused.ts';
import { request } from './request.ts';

let teams: Teams | undefined;

/** Who vouches for the operator; set once, before anything is asked. */
export function signInWith(known: Teams | undefined) {
  teams = known;
}

/** Does `ask`; if nobody is signed in and the page is in Teams, signs in by it and does it again. */
export async function signInByTeams<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (!(cause instanceof Refused) || cause.status !== 401 || !teams) throw cause;
    await request('/sign-in/teams', { token: await teams.signInToken() });
    return ask();
  }
}
