import type { PendingWork, WithPendingWork } from '../../models/pendingWork.ts';
import type { House } from '../house.ts';
import { admit } from './admit.ts';
import { announceWaiting } from './announceWaiting.ts';
import { audit } from './audit.ts';
import { checkDomain } from './checkDomain.ts';
import { closeRequest } from './closeRequest.ts';
import { endAdministratorInvitation } from './endAdministratorInvitation.ts';
import { expireInvitation } from './expireInvitation.ts';
import { grant } from './grant.ts';
import { handBackIdle } from './handBackIdle.ts';
import { helpdeskSays } from './helpdeskSays.ts';
import { invite } from './invite.ts';
import { inviteAdministrator } from './inviteAdministrator.ts';
import { inviteBatch } from './inviteBatch.ts';
import { mail } from './mail.ts';
import { matchPasswordReset } from './matchPasswordReset.ts';
import { matchResend } from './matchResend.ts';
import { message } from './message.ts';
import { noteWait } from './noteWait.ts';
import { remindDeciders } from './remindDeciders.ts';
import { remindInvitee } from './remindInvitee.ts';
import { tell } from './tell.ts';
import { tellInviter } from './tellInviter.ts';

const byKind = {
  mail,
  message,
  tell,
  closeRequest,
  audit,
  invite,
  grant,
  admit,
  checkDomain,
  matchResend,
  matchPasswordReset,
  inviteBatch,
  inviteAdministrator,
  endAdministratorInvitation,
  remindInvitee,
  expireInvitation,
  tellInviter,
  remindDeciders,
  helpdeskSays,
  handBackIdle,
  announceWaiting,
  noteWait,
};

/**
 * Carries out one piece of work. Doing it again, after it was done or begun, changes nothing more.
 *
 * @returns when it is due again; undefined when it is done.
 * @throws what went wrong, to be tried again later.
 */
export async function perform(house: House, document: WithPendingWork, item: PendingWork): Promise<Date | undefined> {
  // Which document a kind of work stands in is settled where it is written.
  const carryOut = byKind[item.work.kind] as (house: House, handed: unknown) => Promise<Date | undefined>;
  if (!carryOut) throw new Error(`Nobody knows how to do ${String(item.work.kind)}.`);
  return carryOut(house, { item, work: item.work, document });
}
