import type { Channel } from '../models/auditEntry.ts';
import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import { roles as allRoles, type Role } from '../models/role.ts';
import { endExpired } from './endExpired.ts';
import { grantRoles } from './grantRoles.ts';
import type { House } from './house.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { isPast } from './isPast.ts';
import { type Invitee, newInvitation } from './newInvitation.ts';
import { sendAgain } from './sendAgain.ts';

export type EnsuredInvitation =
  | { outcome: 'in'; membership: Membership; given: Role[] }
  | { outcome: 'sent'; invitation: Invitation };

/**
 * Sees to it that a person gets into an account with at least these roles, wherever they stand: in already (the roles
 * are given, if `grantIfIn`), invited already (the invitation is sent again, with these roles beside its own), or
 * neither (a new invitation).
 *
 * @param how.workId the piece of work that this is part of: done again, it finds what it did and does nothing.
 */
export async function ensureInvitation(
  house: House,
  account: PurchasingAccount,
  invitee: Invitee,
  roles: readonly Role[],
  how: {
    by: { email: string; channel: Channel };
    invitedBy?: { email: string; name: string };
    origin?: string;
    workId?: string;
    grantIfIn: boolean;
  },
): Promise<EnsuredInvitation> {
  const key = { email: invitee.email, purchasingAccount: account._id };
  // Each round that does not end met somebody else's write in the same instant.
  for (let round = 0; round < 20; round++) {
    const [membership, invitations] = await Promise.all([
      Membership.findOne(key).lean(),
      Invitation.find(key).sort({ createdAt: -1 }).limit(50).lean(),
    ]);
    if (membership) {
      return { outcome: 'in', membership, given: how.grantIfIn ? await grantRoles(membership, roles, how.by) : [] };
    }
    const { workId } = how;
    const done = workId === undefined ? undefined : invitations.find((one) => one.sentFor?.includes(workId));
    if (done) return { outcome: 'sent', invitation: done };
    const pending = invitations.find((one) => one.state === 'pending');
    if (pending && isPast(pending)) {
      await endExpired(pending);
    } else if (pending) {
      const wanted = allRoles.filter((role) => roles.includes(role) || pending.roles.includes(role));
      const invitation = await sendAgain(house, pending, account, how, { roles: wanted });
      if (invitation) return { outcome: 'sent', invitation };
    } else {
      try {
        const invitation = newInvitation(house, account, invitee, [...roles], how);
        await Invitation.create(invitation);
        return { outcome: 'sent', invitation };
      } catch (fault) {
        if (!isDuplicateKey(fault)) throw fault;
      }
    }
  }
  throw new Error('An invitation kept changing while it was to be sent.');
}
