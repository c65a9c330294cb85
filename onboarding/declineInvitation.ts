import { createHash } from 'node:crypto';
import { Invitation } from '../models/invitation.ts';
import type { InvitationNews } from '../models/notice.ts';
import type { Actor } from './actor.ts';
import { addWork } from './addWork.ts';
import { auditWork } from './auditWork.ts';
import type { House } from './house.ts';
import { invitationView } from './invitationView.ts';
import { now } from './now.ts';
import { ownInvitation } from './ownInvitation.ts';
import { readAddress } from './readAddress.ts';
import { readFreeText } from './readFreeText.ts';
import { readName } from './readName.ts';
import { type Refused, refused } from './refusal.ts';
import type { InvitationView } from './views.ts';

export interface DeclineInvitationInput {
  invitationId: string;
  /** Why, in the person's words; what is too long is cut. */
  reason?: string;
  /** The person says that somebody else is meant, perhaps who. */
  notMe?: { name?: string; email?: string };
  /** What it was read from, e.g. the id of a mail: doing it again for the same one says the same again. */
  origin?: string;
}

export type DeclineInvitationResult =
  | { outcome: 'declined'; invitation: InvitationView }
  /** It was declined before, and whoever invited is told of the person who is named now. */
  | { outcome: 'namedToo'; invitation: InvitationView; instead: Instead }
  /** It was declined before, and nobody is told anything. */
  | { outcome: 'declinedBefore'; invitation: InvitationView }
  | Refused;

type Instead = { name?: string; email?: string };

/** So many people that are named instead of one are passed on; who names more is not helping. */
const mostNamed = 3;

/**
 * Declines an invitation in the name of the person it was sent to; its link is dead, and whoever invited is told. Who
 * has declined may still name somebody to be asked instead, and somebody else: whoever invited is told of each once.
 *
 * @returns refused: `notFound` (also: sent to somebody else), `noLongerPending` (accepted, expired, revoked).
 */
export async function declineInvitation(
  house: House,
  actor: Actor,
  input: DeclineInvitationInput,
): Promise<DeclineInvitationResult> {
  const own = await ownInvitation(actor, input.invitationId);
  if (!own) return refused({ reason: 'notFound' });
  const { invitation, account } = own;
  const { _id, email } = invitation;
  const at = now();
  const news = newsOf(input);
  const instead = news.outcome === 'notMe' ? news.instead : undefined;
  const toldOf = [input.origin, instead && hashOf(instead)].filter((one) => one !== undefined);
  const declined = await Invitation.findOneAndUpdate(
    { _id, email, state: 'pending', expiresAt: { $gt: at } },
    {
      $set: { state: 'declined', endedAt: at, toldOf },
      ...addWork([
        { kind: 'tellInviter', news },
        auditWork('invitationDeclined', { email, channel: actor.channel }, account._id, email, {
          roles: invitation.roles,
        }),
      ]),
    },
    { returnDocument: 'after' },
  ).lean();
  if (declined) {
    house.wake();
    return { outcome: 'declined', invitation: invitationView(declined, account) };
  }
  const current = (await Invitation.findById(_id).lean()) ?? invitation;
  const view = invitationView(current, account);
  if (view.state !== 'declined') return refused({ reason: 'noLongerPending', state: view.state });
  return nameAnother(house, current, view, instead, input.origin);
}

/** Tells whoever invited of somebody who is named after the invitation was declined, once. */
async function nameAnother(
  house: House,
  { _id, toldOf = [] }: Invitation,
  invitation: InvitationView,
  instead: Instead | undefined,
  origin: string | undefined,
): Promise<DeclineInvitationResult> {
  if (origin !== undefined && toldOf.includes(origin)) {
    // The mail that declined it, or that named somebody later, is dealt with again.
    const isFirst = toldOf[0] === origin;
    return isFirst || !instead ? { outcome: 'declined', invitation } : { outcome: 'namedToo', invitation, instead };
  }
  if (!instead) return { outcome: 'declinedBefore', invitation };
  const hash = hashOf(instead);
  const isNew = !toldOf.includes(hash) && toldOf.filter(isHash).length < mostNamed;
  if (!isNew) return { outcome: 'declinedBefore', invitation };
  const { $push, ...work } = addWork([{ kind: 'tellInviter', news: { outcome: 'notMe', reason: '', instead } }]);
  const told = await Invitation.findOneAndUpdate(
    { _id, state: 'declined', toldOf: { $ne: hash } },
    { ...work, $push: { ...$push, toldOf: { $each: origin === undefined ? [hash] : [origin, hash] } } },
    { returnDocument: 'after' },
  ).lean();
  if (!told) return { outcome: 'declinedBefore', invitation };
  house.wake();
  return { outcome: 'namedToo', invitation, instead };
}

/** Enough to know somebody again by; who it is stands in the news only, until these are told. */
function hashOf({ name, email }: Instead): string {
  return `#${createHash('sha256')
    .update(email ?? (name ?? '').toLowerCase())
    .digest('base64url')}`;
}

function isHash(one: string): boolean {
  return one.startsWith('#');
}

function newsOf({ reason, notMe }: DeclineInvitationInput): InvitationNews {
  const read = readFreeText((reason ?? '').slice(0, 500));
  const why = 'text' in read ? read.text : '';
  if (!notMe) return { outcome: 'declined', reason: why };
  const name = readName(notMe.name);
  const address = readAddress(notMe.email);
  const instead = { ...('name' in name && { name: name.name }), ...(address && { email: address }) };
  return { outcome: 'notMe', reason: why, ...(Object.keys(instead).length > 0 && { instead }) };
}
