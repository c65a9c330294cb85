import type { Recipient } from '../models/pendingWork.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { readName } from './readName.ts';

/** @returns the actor as somebody who can be told something. */
export function recipientOf(actor: Actor): Recipient {
  const usable = (part: string) => {
    const read = readName(part);
    return 'name' in read ? read.name : '';
  };
  return {
    email: actorAddress(actor),
    firstName: usable(actor.firstName),
    lastName: usable(actor.lastName),
    language: actor.language,
  };
}
