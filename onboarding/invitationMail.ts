import type { Invitation } from '../models/invitation.ts';
import type { Work } from '../models/pendingWork.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';

/**
 * @param reminder how many days are left, when it is mailed once more with the link that it has.
 * @returns the piece of work that mails the newest link of an invitation.
 */
export function invitationMail(
  invitation: Invitation,
  account: PurchasingAccount,
  reminder: { daysLeft?: number } = {},
): Extract<Work, { kind: 'mail' }> {
  const { email, firstName, lastName, language, invitedBy } = invitation;
  return {
    kind: 'mail',
    to: { email, firstName, lastName, language },
    notice: {
      kind: 'invitation',
      invitationId: invitation._id.toHexString(),
      sending: invitation.sendings,
      organization: account.organization,
      accountNumber: account.number,
      roles: invitation.roles,
      ...(invitedBy && { invitedBy: { name: invitation.invitedByName || invitedBy, email: invitedBy } }),
      expiresAt: invitation.expiresAt,
      ...reminder,
    },
  };
}
