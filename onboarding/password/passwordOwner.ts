import { Membership } from '../../models/membership.ts';
import { Person } from '../../models/person.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { PasswordOwner } from './passwordProblem.ts';

/** @returns what guessers know of somebody with a work account, and the language they prefer, if they are in anywhere. */
export async function passwordOwner(email: string): Promise<PasswordOwner & { language?: string }> {
  const [memberships, person] = await Promise.all([
    Membership.find({ email }).lean(),
    Person.findOne({ email }, { language: 1 }).lean(),
  ]);
  const accounts = await PurchasingAccount.find(
    { _id: { $in: memberships.map((one) => one.purchasingAccount) } },
    { organization: 1 },
  ).lean();
  const [member] = memberships;
  return {
    email,
    firstName: member?.firstName ?? '',
    lastName: member?.lastName ?? '',
    organization: accounts.map(({ organization }) => organization).join(' '),
    ...(member && { language: person?.language ?? member.language }),
  };
}
