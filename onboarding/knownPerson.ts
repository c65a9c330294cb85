import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import { Partner } from '../models/partner.ts';
import type { Recipient } from '../models/pendingWork.ts';
import { Person } from '../models/person.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { House } from './house.ts';
import { knownLanguage } from './knownLanguage.ts';

/**
 * @param email lower-case.
 * @returns whom Usher knows by this address, by the name and in the language that it knows best: who is in or has talked
 *   to Usher, is invited, is designated, or acts for a partner; undefined for anybody else.
 */
export async function knownPerson(house: House, email: string): Promise<Recipient | undefined> {
  const [person, membership, invitation, account, partner] = await Promise.all([
    Person.findOne({ email }).lean(),
    Membership.findOne({ email }).lean(),
    Invitation.findOne({ email }).sort({ createdAt: -1 }).lean(),
    PurchasingAccount.findOne({ 'administrator.email': email }).lean(),
    Partner.findOne({ 'people.email': email }).lean(),
  ]);
  const partners = partner?.people.find((one) => one.email === email);
  const named = membership ?? person ?? invitation ?? account?.administrator ?? partners;
  if (!named) return undefined;
  const language = person?.language ?? (await knownLanguage(house, { email })) ?? 'en';
  return { email, firstName: named.firstName, lastName: named.lastName, language };
}
