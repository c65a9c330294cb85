import { Invitation } from '../models/invitation.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { House } from './house.ts';
import { tokenHash } from './invitationLink.ts';
import { invitationView } from './invitationView.ts';
import { now } from './now.ts';
import type { InvitationView } from './views.ts';

export interface OpenInvitationInput {
  token: string;
  /** Only looked at, e.g. by a program that asks for the headers: that is no opening. */
  peek?: boolean;
}

export type OpenInvitationResult =
  | { outcome: 'found'; invitation: InvitationView }
  | { outcome: 'expired' | 'revoked'; invitation: InvitationView }
  /** Accepted or declined. */
  | { outcome: 'used'; invitation: InvitationView }
  | { outcome: 'unknown' };

/**
 * What a link is good for. Opening its page uses nothing up (mail scanners open links); the first time is remembered.
 * A link that died because the invitation was sent again is unknown.
 */
export async function openInvitation(_house: House, input: OpenInvitationInput): Promise<OpenInvitationResult> {
  if (typeof input.token !== 'string' || !/^[\w-]{43}$/.test(input.token)) return { outcome: 'unknown' };
  const hash = tokenHash(input.token);
  const at = now();
  const firstOpened =
    !input.peek &&
    (await Invitation.findOneAndUpdate(
      { tokenHash: hash, state: 'pending', expiresAt: { $gt: at }, openedAt: { $exists: false } },
      { $set: { openedAt: at } },
      { returnDocument: 'after' },
    ).lean());
  const invitation = firstOpened || (await Invitation.findOne({ tokenHash: hash }).lean());
  const account = invitation && (await PurchasingAccount.findById(invitation.purchasingAccount).lean());
  if (!invitation || !account) return { outcome: 'unknown' };
  const view = invitationView(invitation, account);
  switch (view.state) {
    case 'pending':
      return { outcome: 'found', invitation: view };
    case 'expired':
    case 'revoked':
      return { outcome: view.state, invitation: view };
    default:
      return { outcome: 'used', invitation: view };
  }
}
