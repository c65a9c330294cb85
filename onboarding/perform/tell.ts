import { OutgoingMail } from '../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import type { House } from '../house.ts';
import type { Handed } from './handed.ts';
import { reach } from './reach.ts';
import { recordMail } from './recordMail.ts';
import { recordMessage } from './recordMessage.ts';

/** Tells a person in Teams if they can be reached there, otherwise by mail. */
export async function tell(house: House, { item, work }: Handed<'tell'>): Promise<void> {
  const [{ to, inTeams }, mailed, written] = await Promise.all([
    reach(work.to),
    OutgoingMail.exists({ _id: item._id }),
    OutgoingMessage.exists({ _id: item._id }),
  ]);
  // Done already, perhaps the other way: whether the person can be reached may have changed since.
  if (mailed || written) return;
  await (inTeams ? recordMessage : recordMail)(house, item._id, to, work.notice);
}
