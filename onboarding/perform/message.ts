import type { House } from '../house.ts';
import type { Handed } from './handed.ts';
import { reach } from './reach.ts';
import { recordMessage } from './recordMessage.ts';

/** Puts a Teams message into the outbox, if the person can be reached there; otherwise nothing. */
export async function message(house: House, { item, work }: Handed<'message'>): Promise<void> {
  const { to, inTeams } = await reach(work.to);
  if (inTeams) await recordMessage(house, item._id, to, work.notice);
}
