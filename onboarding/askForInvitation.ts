import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addressDomain } from './addressDomain.ts';
import { belongsTo } from './belongsTo.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { alreadyInvited } from './inviteeRefusal.ts';
import { inviterMembers } from './inviterMembers.ts';
import { isPast } from './isPast.ts';
import { makeRequest } from './makeRequest.ts';
import { readFreeText } from './readFreeText.ts';
import { readId } from './readId.ts';
import { readRoles } from './readRoles.ts';
import { recipientOf } from './recipientOf.ts';
import { type FieldFault, type Refused, refused } from './refusal.ts';
import { verifiedDomains } from './verifiedDomains.ts';
import type { AccountView, PersonView } from './views.ts';

export interface AskForInvitationInput {
  purchasingAccountId: string;
  /** Absent or empty: which roles to give is left to who decides. */
  roles?: string[];
  message?: string;
}

export type AskForInvitationResult =
  | { outcome: 'asked'; requestId: string; asked: PersonView[]; account: AccountView }
  | Refused;

/**
 * Asks those who may invite in an account for an invitation (product.md, walk 1). Only for people whose address belongs
 * to the organization.
 *
 * @returns refused: `notFound` (also: none of the actor's business), `alreadyIn`, `alreadyInvited`, `invalid`,
 *   `nobodyCanDecide`, `alreadyAsked`, `limited`.
 */
export async function askForInvitation(
  house: House,
  actor: Actor,
  input: AskForInvitationInput,
): Promise<AskForInvitationResult> {
  const purchasingAccount = readId(input.purchasingAccountId);
  if (!purchasingAccount) return refused({ reason: 'notFound' });
  const email = actorAddress(actor);
  const [account, domains, membership, pending, deciders] = await Promise.all([
    PurchasingAccount.findById(purchasingAccount).lean(),
    verifiedDomains(purchasingAccount),
    Membership.findOne({ email, purchasingAccount }).lean(),
    Invitation.findOne({ email, purchasingAccount, state: 'pending' }).lean(),
    inviterMembers([purchasingAccount]),
  ]);
  if (!account) return refused({ reason: 'notFound' });
  if (membership) return refused({ reason: 'alreadyIn', roles: heldRoles(membership), missing: [] });
  if (pending && !isPast(pending)) return refused(alreadyInvited(pending));
  if (!belongsTo(addressDomain(email), account, domains)) return refused({ reason: 'notFound' });
  const message = readFreeText(input.message);
  const wanted = (input.roles ?? []).length > 0 ? readRoles(input.roles) : { roles: [] };
  if ('problem' in wanted || 'problem' in message) {
    const fields: FieldFault[] = [];
    if ('problem' in wanted) fields.push({ field: 'roles', problem: wanted.problem });
    if ('problem' in message) fields.push({ field: 'message', problem: message.problem });
    return refused({ reason: 'invalid', fields });
  }
  return makeRequest(house, account, deciders, {
    kind: 'invitation',
    requester: recipientOf(actor),
    channel: actor.channel,
    roles: wanted.roles,
    message: message.text,
  });
}
