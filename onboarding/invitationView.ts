import type { Invitation } from '../models/invitation.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import { accountView } from './accountView.ts';
import { isPast } from './isPast.ts';
import type { InvitationView } from './views.ts';

export function invitationView(invitation: Invitation, account: PurchasingAccount): InvitationView {
  const {
    email,
    firstName,
    lastName,
    language,
    country,
    roles,
    sentAt,
    expiresAt,
    openedAt,
    undeliverable,
    invitedBy,
  } = invitation;
  return {
    id: invitation._id.toHexString(),
    account: accountView(account),
    email,
    firstName,
    lastName,
    language,
    country,
    roles: [...roles],
    state: isPast(invitation) ? 'expired' : invitation.state,
    sentAt,
    expiresAt,
    ...(openedAt && { openedAt }),
    ...(undeliverable && { undeliverable: { at: undeliverable.at, reason: undeliverable.reason } }),
    ...(invitedBy && { invitedBy: { name: invitation.invitedByName || invitedBy, email: invitedBy } }),
  };
}
