import type { Types } from 'mongoose';
import { AccessRequest } from '../../models/accessRequest.ts';
import { AuditEntry, auditedActions } from '../../models/auditEntry.ts';
import { Credential } from '../../models/credential.ts';
import { Domain } from '../../models/domain.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { Partner } from '../../models/partner.ts';
import { Person } from '../../models/person.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { accountsById } from '../../onboarding/accountsById.ts';
import { addressDomain } from '../../onboarding/addressDomain.ts';
import { coveringDomains } from '../../onboarding/coveringDomains.ts';
import { isPast } from '../../onboarding/isPast.ts';
import type { PersonView } from '../api.ts';
import { placesOf } from '../log/placesOf.ts';

/** Of a list, the newest; nobody has more. */
const most = 50;
const mostHistory = 200;
const ofInvitations = auditedActions.filter((action) => action.startsWith('invitation'));

/** @returns what is known of somebody, for the helpdesk: of anyone who has an address. */
export async function personView(address: string): Promise<PersonView> {
  const email = address.toLowerCase();
  const newest = { createdAt: -1 } as const;
  const [person, places, partners, memberships, invitations, requests, named, credential, history] = await Promise.all([
    Person.findOne({ email }).lean(),
    placesOf([email]),
    Partner.find({ 'people.email': email }).sort({ name: 1 }).lean(),
    Membership.find({ email }).lean(),
    Invitation.find({ email }).sort(newest).limit(most).lean(),
    AccessRequest.find({ 'requester.email': email }).sort(newest).limit(most).lean(),
    Domain.find({ name: { $in: coveringDomains(addressDomain(email)) }, state: { $ne: 'removed' } }).lean(),
    Credential.exists({ _id: email }),
    AuditEntry.find({ forWhom: email, action: { $in: ofInvitations } })
      .sort({ at: -1 })
      .limit(mostHistory)
      .lean(),
  ]);
  // Anybody may add any name to their own account: until it is verified, it says nothing of those who have it.
  const domains = named.filter(
    (one) => one.state === 'verified' || memberships.some((own) => own.purchasingAccount.equals(one.purchasingAccount)),
  );
  const [accounts, customers] = await Promise.all([
    accountsById([...memberships, ...invitations, ...requests, ...domains].map((one) => one.purchasingAccount)),
    partners.length === 0
      ? []
      : PurchasingAccount.find({ partner: { $in: partners.map(({ _id }) => _id) } }, { partner: 1, organization: 1 })
          .sort({ organization: 1 })
          .lean(),
  ]);
  const nameOf = (id: Types.ObjectId) => accounts.get(id.toHexString())?.organization ?? '';
  const name = places.get(email)?.name;
  const language = person?.language ?? memberships[0]?.language ?? invitations[0]?.language;
  return {
    email,
    ...(name !== undefined && { name }),
    ...(language !== undefined && { language }),
    hasWorkAccount: credential !== null,
    partners: partners.map(({ _id, name: partner }) => {
      const theirs = customers.filter((one) => one.partner?.equals(_id));
      return { name: partner, customers: [...new Set(theirs.map(({ organization }) => organization))] };
    }),
    memberships: memberships.flatMap((one) => {
      const account = accounts.get(one.purchasingAccount.toHexString());
      if (!account) return [];
      return [
        {
          account: { id: account._id.toHexString(), name: account.organization, number: account.number },
          roles: one.roles.map(({ role, since, givenBy }) => ({ role, since: since.toISOString(), by: givenBy })),
        },
      ];
    }),
    invitations: invitations.map((one) => ({
      id: one._id.toHexString(),
      accountName: nameOf(one.purchasingAccount),
      state: isPast(one) ? 'expired' : one.state,
      undeliverable: one.state === 'pending' && one.undeliverable !== undefined,
      roles: one.roles,
      sentAt: one.sentAt.toISOString(),
      expiresAt: one.expiresAt.toISOString(),
      timesSent: one.sendings,
      ...(one.undeliverable && { bounceReason: one.undeliverable.reason }),
      ...(one.invitedBy !== undefined && { invitedBy: one.invitedBy }),
      history: history
        .filter((entry) => concerns(entry, one))
        .map(({ at, action, who }) => ({ at: at.toISOString(), action, who }))
        .toReversed(),
      // Expired ones can be sent again, too; what came to an end by somebody's will cannot.
      mayResend: one.state === 'pending' || one.state === 'expired',
    })),
    requests: requests.map((one) => ({
      id: one._id.toHexString(),
      accountName: one.organization,
      roles: one.roles,
      state: one.state,
      madeAt: one.createdAt.toISOString(),
      // Whoever takes their own request back decides nothing.
      ...(one.decision && one.state !== 'withdrawn' && { decidedBy: one.decision.by }),
    })),
    domains: domains.map((one) => ({
      name: one.name,
      accountName: nameOf(one.purchasingAccount),
      state: one.state,
      since: (one.verifiedAt ?? one.addedAt).toISOString(),
    })),
  };
}

/** The audit log names the account, not the invitation: of one account, what happened while this one lived. */
function concerns(entry: AuditEntry, one: Invitation): boolean {
  if (entry.purchasingAccount !== one.purchasingAccount.toHexString()) return false;
  // Work is carried out a moment after it was asked for, and named with the time of the asking.
  return entry.at >= one.createdAt && (one.endedAt === undefined || entry.at <= one.endedAt);
}
