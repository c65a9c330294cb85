import { Membership } from '../models/membership.ts';
import type { Role } from '../models/role.ts';
import type { Actor } from './actor.ts';
import { actorInAccount } from './actorInAccount.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { personView } from './personView.ts';
import { type Refused, refused } from './refusal.ts';
import { mayInvite } from './rolePolicy.ts';
import type { PersonView } from './views.ts';

const most = 1_000;

export interface MemberView extends PersonView {
  roles: Role[];
  /** When the first of the roles was given. */
  since?: Date;
}

export type ListMembersResult = { outcome: 'found'; members: MemberView[]; more: boolean } | Refused;

/**
 * @returns who is in an account, by address, at most 1,000; for those who may invite there; refused: `notFound`,
 *   `mayNotInvite`.
 */
export async function listMembers(
  _house: House,
  actor: Actor,
  input: { purchasingAccountId: string },
): Promise<ListMembersResult> {
  const place = await actorInAccount(actor, input.purchasingAccountId);
  if (!place) return refused({ reason: 'notFound' });
  if (!mayInvite(place.held)) return refused({ reason: 'mayNotInvite' });
  const members = await Membership.find({ purchasingAccount: place.account._id, roles: { $ne: [] } })
    .sort({ email: 1 })
    .limit(most + 1)
    .lean();
  return {
    outcome: 'found',
    more: members.length > most,
    members: members.slice(0, most).map((member) => {
      const [first] = member.roles.map(({ since }) => since).sort((a, b) => a.getTime() - b.getTime());
      return { ...personView(member), roles: heldRoles(member), ...(first && { since: first }) };
    }),
  };
}
