import { Domain } from '../models/domain.ts';
import { Membership } from '../models/membership.ts';
import { Partner } from '../models/partner.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import { ResendRequest } from '../models/resendRequest.ts';
import { accountView } from './accountView.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addressDomain } from './addressDomain.ts';
import { coveringDomains } from './coveringDomains.ts';
import { firstWork } from './firstWork.ts';
import type { House } from './house.ts';
import { now } from './now.ts';
import { readAddress } from './readAddress.ts';
import { readNumber } from './readNumber.ts';
import { type FieldFault, type Refused, refused } from './refusal.ts';
import { resendToAdministrator } from './resendToAdministrator.ts';
import { takeFromLimit } from './takeFromLimit.ts';
import type { AccountView, PersonView } from './views.ts';

export interface ResendInvitationInput {
  administratorEmail: string;
  agreementNumber: string;
  accountNumber: string;
  /** From where it comes, where nobody has proven who they are: counted in the person's place. */
  client?: string;
}

export type ResendInvitationResult =
  /** The actor is in that account already. */
  | { outcome: 'alreadyIn'; accounts: AccountView[] }
  | { outcome: 'sent'; to: PersonView; expiresAt: Date }
  | { outcome: 'notDesignated' }
  | { outcome: 'administratorIsIn'; administrator: PersonView }
  /** What everybody hears who may not know, whatever matched. */
  | { outcome: 'uniform' }
  | Refused;

/**
 * Has the designated administrator's invitation resent (product.md, walk 2); only to the designated address, only when
 * address, agreement number and account number match.
 *
 * Who may know (in the account, of the organization by their address, or its partner) is told plainly, and only about
 * accounts that they may see. For anyone else what was typed is written down and compared later by the worker: the same
 * reads, chosen by who asks and not by what they typed, and the same writes, so that neither the answer nor the time
 * it takes says what matched. The limits per person and overall are counted before anything is looked up; that per
 * account is the worker's, silently.
 *
 * @returns refused: `invalid`, `limited`.
 */
export async function resendInvitation(
  house: House,
  actor: Actor,
  input: ResendInvitationInput,
): Promise<ResendInvitationResult> {
  const fields: FieldFault[] = [];
  const missing = (value: unknown) => typeof value !== 'string' || value.trim() === '';
  const administratorEmail = readAddress(input.administratorEmail);
  if (!administratorEmail) {
    fields.push({
      field: 'administratorEmail',
      problem: missing(input.administratorEmail) ? 'missing' : 'badAddress',
    });
  }
  const agreementNumber = readNumber(input.agreementNumber);
  if (!agreementNumber) {
    fields.push({ field: 'agreementNumber', problem: missing(input.agreementNumber) ? 'missing' : 'badNumber' });
  }
  const accountNumber = readNumber(input.accountNumber);
  if (!accountNumber) {
    fields.push({ field: 'accountNumber', problem: missing(input.accountNumber) ? 'missing' : 'badNumber' });
  }
  if (!administratorEmail || !agreementNumber || !accountNumber) return refused({ reason: 'invalid', fields });

  const email = actorAddress(actor);
  const retryAt =
    (await takeFromLimit(house, 'resendPerPerson', input.client ?? email)) ??
    (await takeFromLimit(house, 'resendOverall', ''));
  if (retryAt) return refused({ reason: 'limited', retryAt });

  const domain = addressDomain(email);
  const names = coveringDomains(domain);
  const [memberships, domains, partners] = await Promise.all([
    Membership.find({ email }, { purchasingAccount: 1 }).lean(),
    Domain.find({ name: { $in: names }, state: 'verified' }, { purchasingAccount: 1 }).lean(),
    Partner.find({ 'people.email': email }, { _id: 1 }).lean(),
  ]);
  const visible = await PurchasingAccount.find({
    $or: [
      { _id: { $in: [...memberships, ...domains].map((one) => one.purchasingAccount) } },
      ...(names.length > 0 ? [{ administratorDomain: domain }] : []),
      ...(partners.length > 0 ? [{ partner: { $in: partners.map((one) => one._id) } }] : []),
    ],
  }).lean();
  const account = visible.find((one) => one.agreementNumber === agreementNumber && one.number === accountNumber);

  const by = { email, channel: actor.channel };
  if (account) {
    if (memberships.some((one) => one.purchasingAccount.equals(account._id))) {
      return { outcome: 'alreadyIn', accounts: [accountView(account)] };
    }
    if (account.administrator.email !== administratorEmail) return { outcome: 'notDesignated' };
    const resent = await resendToAdministrator(house, account, { by });
    return resent.outcome === 'overtaken' ? { outcome: 'notDesignated' } : resent;
  }
  await ResendRequest.create({
    askedBy: email,
    channel: actor.channel,
    administratorEmail,
    agreementNumber,
    accountNumber,
    createdAt: now(),
    ...firstWork([{ kind: 'matchResend' }]),
  });
  house.wake();
  return { outcome: 'uniform' };
}
