import { Credential } from '../models/credential.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';

/** @returns whether somebody has a password here; who signs in with Microsoft alone has none. */
export async function hasPassword(actor: Actor): Promise<boolean> {
  return (await Credential.exists({ _id: actorAddress(actor), passwordHash: { $exists: true } })) !== null;
}
