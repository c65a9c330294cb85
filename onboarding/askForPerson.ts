import type { Actor } from './actor.ts';
import type { House } from './house.ts';

export interface AskForPersonInput {
  conversationId: string;
  reason?: string;
}

export type AskForPersonResult = { outcome: 'queued'; since: Date };

/** Walk 7: puts a conversation into the helpdesk’s queue. */
export async function askForPerson(
  _house: House,
  _actor: Actor,
  _input: AskForPersonInput,
): Promise<AskForPersonResult> {
  throw new Error('not built yet');
}
