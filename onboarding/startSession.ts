import { randomBytes } from 'node:crypto';
import { Credential } from '../models/credential.ts';
import { Session } from '../models/session.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { now } from './now.ts';
import { sessionHash } from './sessionHash.ts';
import { sessionEnd } from './sessionTimes.ts';

/**
 * Begins a session for somebody who has just proven who they are; each sign-in gets a new one.
 *
 * @param passwordChanges how often the password had been changed when it was checked; as it is now, where none was.
 * @returns its id, 256 bits as base64url: for the browser, and nowhere else.
 */
export async function startSession(
  person: Pick<Actor, 'email' | 'firstName' | 'lastName' | 'language'>,
  provenBy: Session['provenBy'],
  passwordChanges?: number,
): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  const at = now();
  const email = actorAddress({ ...person, channel: 'web' });
  const changes = passwordChanges ?? (await Credential.findById(email).lean())?.passwordChanges ?? 0;
  await Session.create({
    _id: sessionHash(id),
    email,
    firstName: person.firstName,
    lastName: person.lastName,
    language: person.language,
    provenBy,
    passwordChanges: changes,
    startedAt: at,
    lastSeenAt: at,
    endsAt: sessionEnd(at, at),
  });
  return id;
}
