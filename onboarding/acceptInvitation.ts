import { Types } from 'mongoose';
import { Credential } from '../models/credential.ts';
import { Invitation } from '../models/invitation.ts';
import type { PendingWork } from '../models/pendingWork.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addWork } from './addWork.ts';
import { auditWork } from './auditWork.ts';
import { newDevice } from './device.ts';
import type { House } from './house.ts';
import { tokenHash } from './invitationLink.ts';
import { now } from './now.ts';
import { type OpenInvitationResult, openInvitation } from './openInvitation.ts';
import { hashPassword } from './password/hashPassword.ts';
import { type NewPasswordFault, newPasswordFault } from './password/newPasswordFault.ts';
import { admit } from './perform/admit.ts';
import { isPersonalAddress } from './personalAddress.ts';
import { readName } from './readName.ts';
import type { FieldFault } from './refusal.ts';
import { signIn } from './signIn.ts';
import { startSession } from './startSession.ts';
import type { InvitationView } from './views.ts';

export interface AcceptInvitationInput {
  /** What stands in the link. */
  token: string;
  firstName: string;
  lastName: string;
  password: string;
  confirmation: string;
  /** From where it comes, for limits. */
  client: string;
  /** What the browser keeps from a sign-in before, if anything; see device.ts. */
  device?: string | undefined;
}

/** What is wrong with a field of the page *Create a work account*. */
export type AccountFault = FieldFault | NewPasswordFault;

export type AcceptInvitationResult =
  /** `device`: for the browser to keep, where a password was chosen. */
  | { outcome: 'accepted'; sessionId: string; device?: string }
  | { outcome: 'invalid'; invitation: InvitationView; faults: AccountFault[] }
  /** There is a work account with this address already. */
  | { outcome: 'signInFirst'; invitation: InvitationView }
  /** Somebody else is signed in. */
  | { outcome: 'notYours'; invitation: InvitationView }
  | { outcome: 'personalAddress'; invitation: InvitationView }
  | { outcome: 'busy' }
  | Exclude<OpenInvitationResult, { outcome: 'found' }>;

/**
 * Accepts an invitation (product.md, "Invitation life"): once, whoever presses how often in how many places. The
 * acceptance and what follows from it (work account, roles, word to the inviter, audit entry) are one write; letting in
 * is carried out at once, and by the worker if that fails.
 *
 * The link proves that the mailbox is theirs: whoever has no work account yet makes one here with a password. Whoever
 * has one signs in first and needs none of the fields but the link.
 *
 * @param actor who is signed in, if anybody.
 */
export async function acceptInvitation(
  house: House,
  actor: Actor | undefined,
  input: AcceptInvitationInput,
): Promise<AcceptInvitationResult> {
  const opened = await openInvitation(house, { token: input.token });
  if (opened.outcome !== 'found') return opened.outcome === 'used' ? pressedTwice(house, actor, input, opened) : opened;
  const { invitation } = opened;
  const { email, account } = invitation;
  if (actor && actorAddress(actor) !== email) return { outcome: 'notYours', invitation };
  if (isPersonalAddress(email)) return { outcome: 'personalAddress', invitation };
  if (!actor && (await Credential.exists({ _id: email }))) return { outcome: 'signInFirst', invitation };

  let { firstName, lastName } = invitation;
  let passwordHash: string | undefined;
  if (!actor) {
    const [first, last] = [readName(input.firstName), readName(input.lastName)];
    const faults: AccountFault[] = [];
    if ('problem' in first) faults.push({ field: 'firstName', problem: first.problem });
    if ('problem' in last) faults.push({ field: 'lastName', problem: last.problem });
    const owner = { email, firstName, lastName, organization: account.organization };
    const fault = newPasswordFault(input, owner);
    if (fault) faults.push(fault);
    if ('problem' in first || 'problem' in last || faults.length > 0) return { outcome: 'invalid', invitation, faults };
    firstName = first.name;
    lastName = last.name;
    const hashed = await hashPassword(input.password);
    if (hashed === 'busy') return { outcome: 'busy' };
    passwordHash = hashed;
  }

  const at = now();
  const accepted = await Invitation.findOneAndUpdate(
    { _id: invitation.id, state: 'pending', tokenHash: tokenHash(input.token), expiresAt: { $gt: at } },
    {
      $set: { state: 'accepted', endedAt: at, firstName, lastName },
      $unset: { undeliverable: 1 },
      ...addWork([
        { kind: 'admit', firstName, lastName, channel: 'web', ...(passwordHash && { passwordHash }) },
        { kind: 'tellInviter', news: { outcome: 'accepted' } },
        auditWork('invitationAccepted', { email, channel: 'web' }, new Types.ObjectId(account.id), email, {
          roles: invitation.roles,
        }),
      ]),
    },
    { returnDocument: 'after' },
  ).lean();
  // Answered elsewhere in the same instant: what it is now tells how to go on.
  if (!accepted) return acceptInvitation(house, actor, input);
  await letIn(house, accepted);
  house.wake();
  const { language } = accepted;
  return {
    outcome: 'accepted',
    sessionId: await startSession({ email, firstName, lastName, language }, 'invitation'),
    ...(passwordHash && { device: newDevice(house.linkSecret, email) }),
  };
}

/**
 * A link that was used: by the same person a moment ago, with a button pressed twice, or by whoever. The password that
 * came with it tells, as at any sign-in.
 */
async function pressedTwice(
  house: House,
  actor: Actor | undefined,
  { token, password, client, device }: AcceptInvitationInput,
  used: Extract<OpenInvitationResult, { outcome: 'used' }>,
): Promise<AcceptInvitationResult> {
  const accepted = await Invitation.findOne({ tokenHash: tokenHash(token), state: 'accepted' }).lean();
  if (!accepted || actor || password === '') return used;
  await letIn(house, accepted);
  const signedIn = await signIn(house, { email: accepted.email, password, client, device });
  if (signedIn.outcome === 'busy') return { outcome: 'busy' };
  return signedIn.outcome === 'signedIn' ? { ...signedIn, outcome: 'accepted' } : used;
}

/** What the worker would do in a moment: whoever has accepted is not kept waiting. */
async function letIn(house: House, accepted: Invitation): Promise<void> {
  const work = (accepted.pendingWork as PendingWork[]).map((item) => item.work).find((one) => one.kind === 'admit');
  if (work?.kind === 'admit') await admit(house, { work, document: accepted });
}
