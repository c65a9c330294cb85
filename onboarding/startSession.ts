import { randomBytes } from 'node:crypto';
import { Session } from '../models/session.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { now } from './now.ts';
import { sessionHash } from './sessionHash.ts';
import { sessionEnd } from './sessionTimes.ts';

/**
 * Begins a session for somebody who has just proven who they are; each sign-in gets a new one.
 *
 * @returns its id, 256 bits as base64url: for the browser, and nowhere else.
 */
export async function startSession(
  person: Pick<Actor, 'email' | 'firstName' | 'lastName' | 'language'>,
  provenBy: Session['provenBy'],
): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  const at = now();
  await Session.create({
    _id: sessionHash(id),
    email: actorAddress({ ...person, channel: 'web' }),
    firstName: person.firstName,
    lastName: person.lastName,
    language: person.language,
    provenBy,
    startedAt: at,
    lastSeenAt: at,
    endsAt: sessionEnd(at, at),
  });
  return id;
}
