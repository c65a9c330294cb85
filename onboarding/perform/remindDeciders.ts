import { AccessRequest } from '../../models/accessRequest.ts';
import { Partner } from '../../models/partner.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { House } from '../house.ts';
import { inviterMembers } from '../inviterMembers.ts';
import { now } from '../now.ts';
import { personView } from '../personView.ts';
import { requestNotice } from '../requestNotice.ts';
import { lastReminder } from '../requestReminders.ts';
import { firstRequestMail } from './firstRequestMail.ts';
import type { Handed } from './handed.ts';
import { reach } from './reach.ts';
import { recordMail } from './recordMail.ts';
import { recordMessage } from './recordMessage.ts';
import { tellPerson } from './tellPerson.ts';

/**
 * Puts an open request once more to those who may decide it now, also to those who could not yet when it was made. With
 * the last reminder the requester learns that nobody has answered, and what else there is to do. A process that slept
 * through the first reminder sends the last one only.
 */
export async function remindDeciders(
  house: House,
  { item, work, document }: Handed<'remindDeciders', AccessRequest>,
): Promise<void> {
  const request = await AccessRequest.findById(document._id).lean();
  if (request?.state !== 'open') return;
  const laterIsDue = request.pendingWork.some(
    (other) => other.work.kind === 'remindDeciders' && other.work.reminder > work.reminder && other.dueAt <= now(),
  );
  if (laterIsDue) return;
  const [account, members] = await Promise.all([
    PurchasingAccount.findById(request.purchasingAccount).lean(),
    inviterMembers([request.purchasingAccount]),
  ]);
  if (!account) return;
  const deciders = members.filter(({ email }) => email !== request.requester.email);
  const added = deciders.map(({ email }) => email).filter((email) => !request.deciders.includes(email));
  if (added.length > 0) {
    await AccessRequest.updateOne({ _id: request._id }, { $addToSet: { deciders: { $each: added } } });
  }
  const notice = requestNotice(request, work.reminder);
  for (const { email, firstName, lastName, language } of deciders) {
    const { to, inTeams } = await reach({ email, firstName, lastName, language });
    const id = `${item._id}-${email}`;
    if (inTeams) await recordMessage(house, id, to, notice);
    await recordMail(house, id, to, notice, { follows: await firstRequestMail(request, email) });
  }
  if (work.reminder !== lastReminder) return;
  const partner = account.partner && (await Partner.findById(account.partner).lean());
  await tellPerson(house, `${item._id}-requester`, request.requester, {
    kind: 'accessRequestUnanswered',
    requestId: request._id.toHexString(),
    request: request.kind,
    organization: request.organization,
    accountNumber: request.accountNumber,
    asked: deciders.map(personView),
    ...(partner && { partner: partner.name }),
  });
}
