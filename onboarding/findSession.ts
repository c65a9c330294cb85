import { DateTime } from 'luxon';
import { Credential } from '../models/credential.ts';
import { Membership } from '../models/membership.ts';
import { Person } from '../models/person.ts';
import type { Role } from '../models/role.ts';
import { Session } from '../models/session.ts';
import type { Actor } from './actor.ts';
import { heldRoles } from './heldRoles.ts';
import { now } from './now.ts';
import { sessionHash } from './sessionHash.ts';
import { sessionEnd } from './sessionTimes.ts';

/** Somebody who is signed in. */
export interface SignedIn {
  /** By which the session is known here; not what the browser holds. */
  sessionHash: string;
  actor: Actor;
  /** Whether they are in anywhere. Whoever is not, because of an invitation to come or of access that is gone, sees nothing. */
  isIn: boolean;
  /** All that they hold, wherever that is. */
  roles: readonly Role[];
  provenBy: Session['provenBy'];
}

/** How much of use goes by without being written down. */
const unnoticed = { minutes: 5 };

/** @returns who is signed in with this session, or undefined when it has ended or never was. */
export async function findSession(sessionId: string): Promise<SignedIn | undefined> {
  if (!/^[\w-]{43}$/.test(sessionId)) return undefined;
  const _id = sessionHash(sessionId);
  const at = now();
  const session = await Session.findOne({ _id, endsAt: { $gt: at } }).lean();
  if (!session) return undefined;
  const { email } = session;
  const [memberships, person, credential] = await Promise.all([
    Membership.find({ email, roles: { $ne: [] } }).lean(),
    Person.findOne({ email }, { language: 1 }).lean(),
    Credential.findById(email, { passwordChanges: 1 }).lean(),
    at > DateTime.fromJSDate(session.lastSeenAt).plus(unnoticed).toJSDate()
      ? Session.updateOne({ _id }, { $set: { lastSeenAt: at, endsAt: sessionEnd(session.startedAt, at) } })
      : undefined,
  ]);
  // Whoever changes their password ends what goes on elsewhere.
  if ((credential?.passwordChanges ?? 0) !== (session.passwordChanges ?? 0)) return undefined;
  const [membership] = memberships;
  const { firstName, lastName } = membership ?? session;
  const language = person?.language ?? membership?.language ?? session.language;
  return {
    sessionHash: _id,
    actor: { email, firstName, lastName, language, channel: 'web' },
    isIn: memberships.length > 0,
    roles: [...new Set(memberships.flatMap(heldRoles))],
    provenBy: session.provenBy,
  };
}
