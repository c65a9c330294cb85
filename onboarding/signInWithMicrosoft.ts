import { Credential } from '../models/credential.ts';
import { hasAccess } from './hasAccess.ts';
import type { House } from './house.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { now } from './now.ts';
import { startSession } from './startSession.ts';

export interface SignInWithMicrosoftInput {
  /** Proven, lower-cased, in a domain that the tenant owns. */
  email: string;
  firstName: string;
  lastName: string;
  language: string;
  tenantId: string;
  objectId: string;
}

export type SignInWithMicrosoftResult =
  | { outcome: 'signedIn'; sessionId: string }
  /** The address belonged to somebody else when it was first used here. */
  | { outcome: 'otherPerson' };

/**
 * Signs in somebody whom their organization's Microsoft Entra has proven. Whoever is in, or invited, is known by Entra's
 * id from then on: an address that is given to a new colleague does not come with the old one's access. Whoever is
 * neither gets a session too, which lets them accept an invitation and nothing else.
 */
export async function signInWithMicrosoft(
  house: House,
  { email, firstName, lastName, language, tenantId, objectId }: SignInWithMicrosoftInput,
): Promise<SignInWithMicrosoftResult> {
  const person = { email, firstName, lastName, language };
  const [{ accounts, invitations }, credential] = await Promise.all([
    hasAccess(house, { ...person, channel: 'web' }),
    Credential.findById(email).lean(),
  ]);
  let known = credential?.microsoft;
  if (!known && (credential || accounts.length > 0 || invitations.length > 0)) {
    known = await remember(email, { tenantId, objectId });
  }
  if (known && (known.tenantId !== tenantId || known.objectId !== objectId)) return { outcome: 'otherPerson' };
  return { outcome: 'signedIn', sessionId: await startSession(person, 'microsoft') };
}

/** @returns by whom the address is held now: two in one instant, and the first one holds it. */
async function remember(
  email: string,
  microsoft: { tenantId: string; objectId: string },
): Promise<Credential['microsoft']> {
  try {
    await Credential.updateOne(
      { _id: email, microsoft: { $exists: false } },
      { $set: { microsoft }, $setOnInsert: { createdAt: now() } },
      { upsert: true },
    );
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
  return (await Credential.findById(email).lean())?.microsoft;
}
