import { Invitation } from '../models/invitation.ts';
import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import { invitationInHand } from './invitationInHand.ts';
import { invitationView } from './invitationView.ts';
import { isPast } from './isPast.ts';
import { readAddress } from './readAddress.ts';
import { readId } from './readId.ts';
import type { InvitationView } from './views.ts';

export interface WaitingInvitationInput {
  purchasingAccountId: string;
  email: string;
}

/** @returns the invitation that waits for an address in an account, if it does and the actor may deal with it. */
export async function waitingInvitation(
  _house: House,
  actor: Actor,
  input: WaitingInvitationInput,
): Promise<InvitationView | undefined> {
  const purchasingAccount = readId(input.purchasingAccountId);
  const email = readAddress(input.email);
  if (!purchasingAccount || !email) return undefined;
  // Past mongoose's query, as in accountsById: asked for each sentence beside the form.
  const pending = await Invitation.collection.findOne<Invitation>({ purchasingAccount, email, state: 'pending' });
  if (!pending || isPast(pending)) return undefined;
  const found = await invitationInHand(actor, pending._id.toHexString());
  return 'outcome' in found ? undefined : invitationView(found.invitation, found.place.account);
}
