import type { Actor } from './actor.ts';

/** @returns the actor's address as it is kept: trimmed and lower-cased. */
export function actorAddress(actor: Actor): string {
  return actor.email.trim().toLowerCase();
}
