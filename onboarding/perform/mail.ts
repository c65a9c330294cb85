import type { House } from '../house.ts';
import type { Handed } from './handed.ts';
import { reach } from './reach.ts';
import { recordMail } from './recordMail.ts';

/** Puts a mail into the outbox. */
export async function mail(house: House, { item, work }: Handed<'mail'>): Promise<void> {
  const { to } = await reach(work.to);
  await recordMail(house, item._id, to, work.notice);
}
