import { Invitation } from '../models/invitation.ts';
import type { Actor } from './actor.ts';
import { actorInAccount } from './actorInAccount.ts';
import type { House } from './house.ts';
import { invitationView } from './invitationView.ts';
import { type Refused, refused } from './refusal.ts';
import { assignableRoles, mayInvite } from './rolePolicy.ts';
import type { InvitationView } from './views.ts';

const most = 200;

export interface ListInvitationsInput {
  purchasingAccountId: string;
}

export interface ListedInvitation extends InvitationView {
  /** Whether the actor may give its roles, and so may open it and deal with it. */
  mayDealWith: boolean;
}

export type ListInvitationsResult = { outcome: 'found'; invitations: ListedInvitation[]; more: boolean } | Refused;

/**
 * @returns the newest 200 invitations of an account, newest first, and whether there are more, for those who may invite
 *   there; refused: `notFound`, `mayNotInvite`.
 */
export async function listInvitations(
  _house: House,
  actor: Actor,
  input: ListInvitationsInput,
): Promise<ListInvitationsResult> {
  const place = await actorInAccount(actor, input.purchasingAccountId);
  if (!place) return refused({ reason: 'notFound' });
  if (!mayInvite(place.held)) return refused({ reason: 'mayNotInvite' });
  const invitations = await Invitation.find({ purchasingAccount: place.account._id })
    .sort({ createdAt: -1 })
    .limit(most + 1)
    .lean();
  const assignable = assignableRoles(place.held);
  return {
    outcome: 'found',
    more: invitations.length > most,
    invitations: invitations.slice(0, most).map((one) => ({
      ...invitationView(one, place.account),
      mayDealWith: one.roles.every((role) => assignable.includes(role)),
    })),
  };
}
