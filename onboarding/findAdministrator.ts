import { AccessRequest } from '../models/accessRequest.ts';
import { Agreement } from '../models/agreement.ts';
import { Domain } from '../models/domain.ts';
import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import { Partner } from '../models/partner.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Role } from '../models/role.ts';
import { accountView } from './accountView.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addressDomain } from './addressDomain.ts';
import { coveringDomains } from './coveringDomains.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { invitationView } from './invitationView.ts';
import { isPast } from './isPast.ts';
import { personView } from './personView.ts';
import { readNumber } from './readNumber.ts';
import { type FieldFault, type Refused, refused } from './refusal.ts';
import { invitingRoles, mayInvite } from './rolePolicy.ts';
import { takeFromLimit } from './takeFromLimit.ts';
import type { AccountView, InvitationView, PersonView } from './views.ts';

// An organization with more accounts than this is asked for the number.
const mostAccounts = 50;

export interface AccountFinding {
  account: AccountView;
  yourRoles: Role[];
  /** The newest one to the actor, if it is pending or has expired. */
  yourInvitation?: InvitationView;
  yourRequest?: { id: string; at: Date };
  /** What became of the newest request for an invitation, if it was turned down. */
  yourDenial?: Denial;
  /** Only for people whose address belongs to the organization. */
  contacts?: AccountContacts;
  mayAsk: boolean;
}

/** Who has turned down a request, when, and what they said to it; empty where they said nothing. */
export interface Denial {
  by: string;
  at: Date;
  reason: string;
}

export interface AccountContacts {
  administrator: PersonView & { state: 'in' | 'invited' | 'expired' | 'undeliverable' | 'notInvited' };
  inviters: (PersonView & { roles: Role[] })[];
  partner?: { name: string; people: PersonView[] };
  signedBy: PersonView | { name: string };
}

export interface FindAdministratorInput {
  agreementNumber?: string;
  accountNumber?: string;
}

export type FindAdministratorResult =
  | { outcome: 'known'; accounts: AccountFinding[] }
  | { outcome: 'advice' }
  | Refused;

/**
 * Whom the actor can turn to (product.md, walk 1). One's own roles, invitations and requests are always told; the
 * people of an account only to those whose address belongs to the organization: at or below a verified domain of the
 * account, or at exactly the domain of the designated administrator's address.
 *
 * What is looked up depends on who asks and never on the numbers, which only narrow down what the actor may see
 * anyway: the numbers of somebody else's account and made-up ones cannot be told apart, not by the time taken either.
 *
 * @returns the accounts in which the actor is, is invited or has asked first, then those in which they may ask; `advice`
 *   when there is nothing the actor may see; refused: `invalid`, `limited` (with numbers only).
 */
export async function findAdministrator(
  house: House,
  actor: Actor,
  input: FindAdministratorInput,
): Promise<FindAdministratorResult> {
  const fields: FieldFault[] = [];
  const number = (field: keyof FindAdministratorInput) => {
    const text = input[field];
    if (text === undefined || text === null || text === '') return undefined;
    const read = readNumber(text);
    if (!read) fields.push({ field, problem: 'badNumber' });
    return read;
  };
  const agreementNumber = number('agreementNumber');
  const accountNumber = number('accountNumber');
  if (fields.length > 0) return refused({ reason: 'invalid', fields });
  const email = actorAddress(actor);
  if (agreementNumber || accountNumber) {
    const retryAt = await takeFromLimit(house, 'lookupsPerPerson', email);
    if (retryAt) return refused({ reason: 'limited', retryAt });
  }

  const domain = addressDomain(email);
  const names = coveringDomains(domain);
  const [memberships, invitations, asked, domains] = await Promise.all([
    Membership.find({ email }).lean(),
    Invitation.find({ email }).sort({ createdAt: -1 }).limit(100).lean(),
    AccessRequest.find({ 'requester.email': email }).sort({ createdAt: -1 }).limit(100).lean(),
    Domain.find({ name: { $in: names }, state: 'verified' }, { purchasingAccount: 1 }).lean(),
  ]);
  const waiting = invitations.filter(
    (one, at) =>
      (one.state === 'pending' || one.state === 'expired') &&
      at === invitations.findIndex((other) => other.purchasingAccount.equals(one.purchasingAccount)),
  );
  const requests = asked.filter(({ state }) => state === 'open');
  const ids = [...memberships, ...waiting, ...requests, ...domains].map((one) => one.purchasingAccount);
  const byVerifiedDomain = new Set(domains.map((one) => one.purchasingAccount.toHexString()));
  const visible = await PurchasingAccount.find({
    $or: [{ _id: { $in: ids } }, ...(names.length > 0 ? [{ administratorDomain: domain }] : [])],
  })
    .sort({ organization: 1, number: 1 })
    .lean();
  const own = new Set([...memberships, ...waiting, ...requests].map((one) => one.purchasingAccount.toHexString()));
  const isOwn = ({ _id }: PurchasingAccount) => own.has(_id.toHexString());
  const accounts = visible
    .filter((one) => !agreementNumber || one.agreementNumber === agreementNumber)
    .filter((one) => !accountNumber || one.number === accountNumber)
    .sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)))
    .slice(0, mostAccounts);
  const entitled = accounts.filter(
    (one) => byVerifiedDomain.has(one._id.toHexString()) || (names.length > 0 && one.administratorDomain === domain),
  );
  const contacts = await contactsOf(entitled);
  if (accounts.length === 0) return { outcome: 'advice' };

  const findings = accounts.map((account): AccountFinding => {
    const here = (one: { purchasingAccount: typeof account._id }) => one.purchasingAccount.equals(account._id);
    const membership = memberships.find(here);
    const invitation = membership ? undefined : waiting.find(here);
    const request = requests.find((one) => here(one) && (membership ? one.kind === 'role' : true));
    const newest = asked.find((one) => here(one) && one.kind === 'invitation');
    const denial = membership ? undefined : denialOf(newest, invitation);
    const theirs = contacts.get(account._id.toHexString());
    return {
      account: accountView(account),
      yourRoles: membership ? heldRoles(membership) : [],
      ...(invitation && { yourInvitation: invitationView(invitation, account) }),
      ...(request && { yourRequest: { id: request._id.toHexString(), at: request.createdAt } }),
      ...(denial && { yourDenial: denial }),
      ...(theirs && { contacts: theirs }),
      mayAsk:
        theirs !== undefined &&
        theirs.inviters.length > 0 &&
        !membership &&
        !request &&
        !(invitation?.state === 'pending' && !isPast(invitation)),
    };
  });
  return { outcome: 'known', accounts: findings.sort((one, other) => standing(one) - standing(other)) };
}

/** @returns how a request was turned down; undefined where it was not, or where its requester has been invited since. */
function denialOf(request: AccessRequest | undefined, invitation: Invitation | undefined): Denial | undefined {
  const { state, decision } = request ?? {};
  if (state !== 'denied' || !decision || (invitation && invitation.sentAt > decision.at)) return undefined;
  return { by: decision.byName || decision.by, at: decision.at, reason: decision.reason };
}

/** What the actor has already comes first, then where they may ask: of many accounts only a few are looked at. */
function standing({ yourRoles, yourInvitation, yourRequest, mayAsk }: AccountFinding): number {
  if (yourRoles.length > 0) return 0;
  if (yourInvitation) return 1;
  if (yourRequest) return 2;
  return mayAsk ? 3 : 4;
}

/** @returns the people of each account, by the account's hex id. */
async function contactsOf(accounts: readonly PurchasingAccount[]): Promise<Map<string, AccountContacts>> {
  const ids = accounts.map((one) => one._id);
  const administrators = accounts.map((one) => one.administrator.email);
  // The same look-ups with nothing to look for, so that finding nothing takes no less.
  const [members, invitations, partners, agreements] = await Promise.all([
    Membership.find({
      purchasingAccount: { $in: ids },
      $or: [{ 'roles.role': { $in: invitingRoles } }, { email: { $in: administrators } }],
    })
      .sort({ email: 1 })
      .lean(),
    Invitation.find({ purchasingAccount: { $in: ids }, email: { $in: administrators } })
      .sort({ createdAt: -1 })
      .lean(),
    Partner.find({ _id: { $in: accounts.flatMap((one) => one.partner ?? []) } }).lean(),
    Agreement.find({ _id: { $in: accounts.map((one) => one.agreement) } }).lean(),
  ]);
  return new Map(
    accounts.map((account) => {
      const there = members.filter((one) => one.purchasingAccount.equals(account._id));
      const administrator = account.administrator.email;
      const invitation = invitations.find(
        (one) => one.email === administrator && one.purchasingAccount.equals(account._id),
      );
      const partner = account.partner && partners.find((one) => one._id.equals(account.partner));
      const signedBy = agreements.find((one) => one._id.equals(account.agreement))?.signedBy;
      return [
        account._id.toHexString(),
        {
          administrator: {
            ...personView(account.administrator),
            state: there.some((one) => one.email === administrator) ? 'in' : administratorState(invitation),
          },
          inviters: there
            .filter((one) => mayInvite(heldRoles(one)))
            .map((one) => ({ ...personView(one), roles: heldRoles(one) })),
          ...(partner && { partner: { name: partner.name, people: partner.people.map((one) => personView(one)) } }),
          signedBy: signedBy?.email
            ? personView({ ...signedBy, email: signedBy.email })
            : { name: signedBy ? `${signedBy.firstName} ${signedBy.lastName}` : '' },
        },
      ];
    }),
  );
}

function administratorState(newest?: Invitation): 'invited' | 'expired' | 'undeliverable' | 'notInvited' {
  if (newest?.state === 'expired' || (newest && isPast(newest))) return 'expired';
  if (newest?.state !== 'pending') return 'notInvited';
  return newest.undeliverable ? 'undeliverable' : 'invited';
}
