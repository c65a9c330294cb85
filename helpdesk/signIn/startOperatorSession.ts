import { randomBytes } from 'node:crypto';
import { type HelpdeskRole, OperatorSession } from '../../models/operatorSession.ts';
import { now } from '../../onboarding/now.ts';
import { sessionHash } from '../../onboarding/sessionHash.ts';
import { sessionEnd } from '../../onboarding/sessionTimes.ts';

/** Somebody of the helpdesk, proven, with at least one role. */
export interface ProvenOperator {
  email: string;
  name: string;
  roles: readonly [HelpdeskRole, ...HelpdeskRole[]];
  provenBy: OperatorSession['provenBy'];
}

/**
 * Begins a session in the console; each sign-in gets a new one. Whoever has no role never gets any.
 *
 * @returns its id, 256 bits as base64url: for the browser, and nowhere else.
 */
export async function startOperatorSession({ email, name, roles, provenBy }: ProvenOperator): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  const at = now();
  await OperatorSession.create({
    _id: sessionHash(id),
    email,
    name,
    roles: [...roles],
    provenBy,
    startedAt: at,
    lastSeenAt: at,
    endsAt: sessionEnd(at, at),
  });
  return id;
}
