import { Invitation } from '../../models/invitation.ts';
import { type BatchLine, InvitationBatch } from '../../models/invitationBatch.ts';
import { Membership } from '../../models/membership.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { endExpired } from '../endExpired.ts';
import { heldRoles } from '../heldRoles.ts';
import type { House } from '../house.ts';
import { inviteeRefusal } from '../inviteeRefusal.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';
import { newInvitation } from '../newInvitation.ts';
import { now } from '../now.ts';
import { personView } from '../personView.ts';
import { mayInvite } from '../rolePolicy.ts';
import { verifiedDomains } from '../verifiedDomains.ts';
import type { Handed } from './handed.ts';

/** Lines whose results are saved together; so many at most are looked at again after a crash. */
const saved = 20;
/** Lines in one go, so that the lease is short, others get their turn and stopping waits little. */
const inOneGo = 60;

/**
 * Goes on with a batch of invitations. Each line is invited under its own origin, `<batch>:<line>`: after a crash it is
 * found and not invited again.
 *
 * @returns now, while lines are left: the rest is due at once.
 */
export async function inviteBatch(
  house: House,
  { document }: Handed<'inviteBatch', InvitationBatch>,
): Promise<Date | undefined> {
  const { _id, purchasingAccount, startedBy } = document;
  if (document.state === 'finished') return undefined;
  const [account, inviter, domains] = await Promise.all([
    PurchasingAccount.findById(purchasingAccount).lean(),
    Membership.findOne({ email: startedBy.email, purchasingAccount }).lean(),
    verifiedDomains(purchasingAccount),
  ]);
  const held = inviter ? heldRoles(inviter) : [];

  const inviteLine = async (line: BatchLine): Promise<string> => {
    // The rules hold where the invitation is made, also for who may no longer invite since the batch was begun.
    if (!account || !inviter || !mayInvite(held)) return 'mayNotInvite';
    const origin = `${_id.toHexString()}:${line.line}`;
    const key = { email: line.email, purchasingAccount };
    for (let attempt = 0; ; attempt++) {
      const [membership, invitations] = await Promise.all([
        Membership.findOne(key).lean(),
        Invitation.find(key).sort({ createdAt: -1 }).limit(20).lean(),
      ]);
      if (invitations.some((one) => one.origin === origin)) return 'invited';
      const pending = invitations.find((one) => one.state === 'pending');
      const refusal = inviteeRefusal(
        account,
        held,
        line,
        { verifiedDomains: domains, membership, pending },
        document.confirmOutsideDomain,
      );
      if (refusal) return refusal.reason;
      if (pending) await endExpired(pending);
      try {
        await Invitation.create(
          newInvitation(house, account, line, line.roles, {
            invitedBy: personView(inviter),
            by: { email: startedBy.email, channel: document.channel },
            origin,
          }),
        );
        return 'invited';
      } catch (fault) {
        if (!isDuplicateKey(fault) || attempt > 2) throw fault;
      }
    }
  };

  const lines = [...document.lines];
  const waiting = lines.flatMap((line, at) => (line.result === undefined ? [at] : []));
  for (let from = 0; from < Math.min(waiting.length, inOneGo); from += saved) {
    const part = waiting.slice(from, from + saved);
    const results = await Promise.allSettled(part.map((at) => inviteLine(lines[at] as BatchLine)));
    const set: Record<string, unknown> = {};
    part.forEach((at, index) => {
      const result = results[index];
      if (result?.status !== 'fulfilled') return;
      lines[at] = { ...(lines[at] as BatchLine), result: result.value };
      set[`lines.${at}.result`] = result.value;
    });
    await InvitationBatch.updateOne(
      { _id },
      { $set: { ...set, done: lines.filter((line) => line.result !== undefined).length } },
    );
    house.wake();
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }
  if (waiting.length > inOneGo) return now();
  await InvitationBatch.updateOne({ _id, state: 'running' }, { $set: { state: 'finished', finishedAt: now() } });
  return undefined;
}
