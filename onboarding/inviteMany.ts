import { Types } from 'mongoose';
import { type BatchLine, InvitationBatch } from '../models/invitationBatch.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { checkedPeople, isInvitable } from './checkPeople.ts';
import { firstWork } from './firstWork.ts';
import type { House } from './house.ts';
import { now } from './now.ts';
import type { PeopleLine } from './peopleLine.ts';
import { type Refused, refused } from './refusal.ts';
import { takeFromLimit } from './takeFromLimit.ts';

export interface InviteManyInput {
  purchasingAccountId: string;
  lines: PeopleLine[];
  confirmOutsideDomain?: boolean;
}

export type InviteManyResult = { outcome: 'started'; batchId: string; total: number } | Refused;

/**
 * Invites everybody on a list who can be invited (product.md, walk 3). The list is checked whole again, then written down
 * as a batch with which the worker goes on; lines that cannot be invited are in it with the reason as their result
 * (`invalid` for what could not be read, `outsideDomain` unless confirmed).
 *
 * @returns `total`: all lines, also those that are not invited. Refused: `notFound`, `mayNotInvite`, `tooMany`,
 *   `nothingToDo` (nobody can be invited), `limited`.
 */
export async function inviteMany(house: House, actor: Actor, input: InviteManyInput): Promise<InviteManyResult> {
  const confirmOutsideDomain = input.confirmOutsideDomain === true;
  const checked = await checkedPeople(house, actor, input, confirmOutsideDomain);
  if ('outcome' in checked) return checked;
  const { lines, place } = checked;
  const amount = lines.filter(isInvitable).length;
  if (amount === 0) return refused({ reason: 'nothingToDo' });
  const email = actorAddress(actor);
  const retryAt = await takeFromLimit(house, 'invitationsPerPerson', email, { amount });
  if (retryAt) return refused({ reason: 'limited', retryAt });

  const _id = new Types.ObjectId();
  const { firstName, lastName } = place.membership;
  const startedBy = { email, firstName, lastName, language: actor.language };
  const batchLines = lines.map((line): BatchLine => {
    const person = line.person ?? { email: '', firstName: '', lastName: '', language: '', country: '', roles: [] };
    const result = line.problems.length > 0 || !line.person ? 'invalid' : line.refusal?.reason;
    return { line: line.line, ...person, ...(result !== undefined && { result }) };
  });
  const { organization } = place.account;
  await InvitationBatch.create({
    _id,
    purchasingAccount: place.account._id,
    organization,
    startedBy,
    channel: actor.channel,
    confirmOutsideDomain,
    lines: batchLines,
    done: batchLines.filter((line) => line.result !== undefined).length,
    state: 'running',
    createdAt: now(),
    ...firstWork([
      {
        kind: 'message',
        to: startedBy,
        notice: { kind: 'batchProgress', batchId: _id.toHexString(), organization },
      },
      { kind: 'inviteBatch' },
    ]),
  });
  house.wake();
  return { outcome: 'started', batchId: _id.toHexString(), total: lines.length };
}
