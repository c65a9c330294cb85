import type { Actor } from './actor.ts';

/** @returns somebody on a page who has not proven who they are: an actor without an address, who is in nowhere. */
export function unknownVisitor(language: string): Actor {
  return { email: 'unknown', firstName: '', lastName: '', language, channel: 'web' };
}
