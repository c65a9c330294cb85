import type { Invitation } from '../models/invitation.ts';
import type { Membership } from '../models/membership.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Role } from '../models/role.ts';
import { addressDomain } from './addressDomain.ts';
import { domainCovers } from './domainCovers.ts';
import { heldRoles } from './heldRoles.ts';
import { isPast } from './isPast.ts';
import { isPersonalDomain } from './personalAddress.ts';
import type { Refusal } from './refusal.ts';
import { assignableRoles } from './rolePolicy.ts';

/**
 * The rules of inviting (product.md, walk 3), for one person and for each line of a list.
 *
 * @param held the roles of who invites, in this account.
 * @param known what stands about the invitee in this account; `pending` may be past its date.
 * @returns why the person is not invited, or undefined when nothing speaks against it.
 */
export function inviteeRefusal(
  account: PurchasingAccount,
  held: readonly Role[],
  asked: { email: string; roles: readonly Role[] },
  known: { verifiedDomains: readonly string[]; membership?: Membership | null; pending?: Invitation | null },
  confirmOutsideDomain: boolean,
): Refusal | undefined {
  const domain = addressDomain(asked.email);
  if (isPersonalDomain(domain)) return { reason: 'personalAddress' };
  const assignable = assignableRoles(held);
  const tooMuch = asked.roles.filter((role) => !assignable.includes(role));
  if (tooMuch.length > 0) return { reason: 'rolesNotAssignable', roles: tooMuch, assignable };
  if (known.membership) {
    const has = heldRoles(known.membership);
    return { reason: 'alreadyIn', roles: has, missing: asked.roles.filter((role) => !has.includes(role)) };
  }
  if (known.pending && !isPast(known.pending)) return alreadyInvited(known.pending);
  // Until a domain is verified, exactly that of the administrator's address counts.
  const inside =
    known.verifiedDomains.length > 0
      ? known.verifiedDomains.some((name) => domainCovers(name, domain))
      : account.administratorDomain === domain;
  if (!confirmOutsideDomain && !inside) {
    return { reason: 'outsideDomain', domain, verified: [...known.verifiedDomains] };
  }
  return undefined;
}

/** @returns the refusal that points at the invitation that is waiting already. */
export function alreadyInvited(pending: Invitation): Refusal {
  return {
    reason: 'alreadyInvited',
    invitationId: pending._id.toHexString(),
    sentAt: pending.sentAt,
    undeliverable: pending.undeliverable !== undefined && pending.undeliverable !== null,
    roles: [...pending.roles],
  };
}
