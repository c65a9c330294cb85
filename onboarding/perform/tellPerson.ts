import type { Notice } from '../../models/notice.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import type { Recipient } from '../../models/pendingWork.ts';
import type { House } from '../house.ts';
import { reach } from './reach.ts';
import { recordMail } from './recordMail.ts';
import { recordMessage } from './recordMessage.ts';

/** Tells a person in Teams if they can be reached there, otherwise by mail; once per id. */
export async function tellPerson(house: House, _id: string, person: Recipient, notice: Notice): Promise<void> {
  const [{ to, inTeams }, mailed, written] = await Promise.all([
    reach(person),
    OutgoingMail.exists({ _id }),
    OutgoingMessage.exists({ _id }),
  ]);
  // Done already, perhaps the other way: whether the person can be reached may have changed since.
  if (mailed || written) return;
  await (inTeams ? recordMessage : recordMail)(house, _id, to, notice);
}
