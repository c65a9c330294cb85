import { AccessRequest } from '../models/accessRequest.ts';
import { Agreement } from '../models/agreement.ts';
import { Invitation } from '../models/invitation.ts';
import { givenByAgreement, Membership } from '../models/membership.ts';
import { Person } from '../models/person.ts';
import type { Role } from '../models/role.ts';
import { accountsById } from './accountsById.ts';
import { accountView } from './accountView.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { invitationView } from './invitationView.ts';
import { inviterMembers } from './inviterMembers.ts';
import { personView } from './personView.ts';
import { permissionsOf, rolesToAskFor } from './rolePolicy.ts';
import type { AccountView, InvitationView, PersonView, RoleView } from './views.ts';

export interface MyRolesResult {
  accounts: {
    account: AccountView;
    roles: RoleView[];
    /** Those who may decide a request for another role and could give one that the actor does not hold. */
    askWhom: PersonView[];
    /** The roles that a request may be made for now: none while one is open. */
    mayAskFor: Role[];
    openRequest?: { id: string; at: Date };
  }[];
  /** Pending ones, also those past their date (shown as expired). */
  invitations: InvitationView[];
}

/**
 * Each role of the actor in each account (product.md, walk 4): what it permits, since when, given by whom, and who to
 * ask for more. A role that comes from the agreement itself was given by who signed it (the address is empty where the
 * agreement names none).
 */
export async function myRoles(_house: House, actor: Actor): Promise<MyRolesResult> {
  const email = actorAddress(actor);
  const [memberships, invitations, requests] = await Promise.all([
    Membership.find({ email }).lean(),
    Invitation.find({ email, state: 'pending' }).sort({ createdAt: -1 }).lean(),
    AccessRequest.find({ 'requester.email': email, state: 'open', kind: 'role' }).lean(),
  ]);
  const ids = memberships.map((one) => one.purchasingAccount);
  const givers = [...new Set(memberships.flatMap((one) => one.roles.map(({ givenBy }) => givenBy)))];
  const [accounts, inviters, members, people] = await Promise.all([
    accountsById([...ids, ...invitations.map((one) => one.purchasingAccount)]),
    inviterMembers(ids),
    Membership.find({ purchasingAccount: { $in: ids }, email: { $in: givers } }).lean(),
    Person.find({ email: { $in: givers } }).lean(),
  ]);
  const agreements = givers.includes(givenByAgreement)
    ? await Agreement.find({ _id: { $in: [...accounts.values()].map((one) => one.agreement) } }).lean()
    : [];

  return {
    accounts: memberships.flatMap((membership) => {
      const account = accounts.get(membership.purchasingAccount.toHexString());
      if (!account) return [];
      const signer = agreements.find((one) => one._id.equals(account.agreement))?.signedBy;
      const giver = (givenBy: string): PersonView =>
        givenBy === givenByAgreement
          ? { name: signer ? `${signer.firstName} ${signer.lastName}` : '', email: signer?.email ?? '' }
          : personView(
              members.find((one) => one.email === givenBy && one.purchasingAccount.equals(account._id)) ??
                people.find((one) => one.email === givenBy) ?? { email: givenBy },
            );
      const request = requests.find((one) => one.purchasingAccount.equals(account._id));
      const deciders = inviters.filter((one) => one.purchasingAccount.equals(account._id) && one.email !== email);
      const held = heldRoles(membership);
      return {
        account: accountView(account),
        roles: membership.roles.map(({ role, since, givenBy }) => ({
          role,
          since,
          givenBy: giver(givenBy),
          ...(givenBy === givenByAgreement && { fromAgreement: true as const }),
          permits: permissionsOf(role),
        })),
        askWhom: deciders
          .filter((one) => rolesToAskFor(held, [heldRoles(one)]).length > 0)
          .map((one) => personView(one)),
        mayAskFor: request ? [] : rolesToAskFor(held, deciders.map(heldRoles)),
        ...(request && { openRequest: { id: request._id.toHexString(), at: request.createdAt } }),
      };
    }),
    invitations: invitations.flatMap((one) => {
      const account = accounts.get(one.purchasingAccount.toHexString());
      return account ? [invitationView(one, account)] : [];
    }),
  };
}
