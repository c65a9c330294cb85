import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Actor } from './actor.ts';
import type { House } from './house.ts';

/**
 * In which language to address somebody who has chosen none and written nothing yet: that of their access, their
 * invitation or their designation, in this order.
 * @returns a BCP 47 code, or undefined where nothing is known of the person.
 */
export async function knownLanguage(_house: House, { email }: Pick<Actor, 'email'>): Promise<string | undefined> {
  const [membership, invitation, account] = await Promise.all([
    Membership.findOne({ email }, { language: 1 }).lean(),
    Invitation.findOne({ email }, { language: 1 }).sort({ createdAt: -1 }).lean(),
    PurchasingAccount.findOne({ 'administrator.email': email }, { administrator: 1 }).lean(),
  ]);
  return membership?.language ?? invitation?.language ?? account?.administrator.language;
}
