import type { Actor } from './actor.ts';
import { invitationView } from './invitationView.ts';
import { ownInvitation } from './ownInvitation.ts';
import { type Refused, refused } from './refusal.ts';
import type { InvitationView } from './views.ts';

/**
 * Finds the invitation that a person says they accept. It is accepted with its link only, which proves who came and
 * makes the account: nothing is changed here.
 *
 * @returns refused: `notFound` (also: sent to somebody else), `noLongerPending` (accepted, declined, expired, revoked).
 */
export async function acceptableInvitation(
  actor: Actor,
  input: { invitationId: string },
): Promise<{ outcome: 'waiting'; invitation: InvitationView } | Refused> {
  const own = await ownInvitation(actor, input.invitationId);
  if (!own) return refused({ reason: 'notFound' });
  const invitation = invitationView(own.invitation, own.account);
  if (invitation.state !== 'pending') return refused({ reason: 'noLongerPending', state: invitation.state });
  return { outcome: 'waiting', invitation };
}
