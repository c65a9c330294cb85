import { DateTime } from 'luxon';
import type { AccessRequest } from '../../models/accessRequest.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import type { House } from '../house.ts';
import { firstRequestMail } from './firstRequestMail.ts';
import type { Handed } from './handed.ts';
import { reach } from './reach.ts';
import { recordMail } from './recordMail.ts';
import { recordMessage } from './recordMessage.ts';

/**
 * Shows one of those who were asked that a request is decided: in the place of its cards in Teams, and in the thread of
 * the mail that they got. A mail that has not gone out yet will not; until that is settled, this is due again.
 */
export async function closeRequest(
  house: House,
  { item, work, document }: Handed<'closeRequest', AccessRequest>,
): Promise<Date | undefined> {
  const { to, inTeams } = await reach(work.to);
  if (inTeams) await recordMessage(house, item._id, to, work.notice);
  // Who has decided knows it: by mail they have had an answer, in their thread.
  if (document.decision?.by === to.email) return undefined;
  const follows = await firstRequestMail(document, to.email);
  if (follows !== undefined) {
    await recordMail(house, item._id, to, work.notice, { follows });
    return undefined;
  }
  const onItsWay = await OutgoingMail.exists({
    'notice.requestId': document._id.toHexString(),
    'notice.kind': 'accessRequested',
    'to.email': to.email,
    state: { $in: ['waiting', 'drafted'] },
  });
  return onItsWay ? DateTime.now().plus({ seconds: 5 }).toJSDate() : undefined;
}
