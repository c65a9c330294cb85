import type { House } from '../house.ts';
import type { Handed } from './handed.ts';
import { tellPerson } from './tellPerson.ts';

/** Tells a person in Teams if they can be reached there, otherwise by mail. */
export async function tell(house: House, { item, work }: Handed<'tell'>): Promise<void> {
  await tellPerson(house, item._id, work.to, work.notice);
}
