import { AccessRequest } from '../../../models/accessRequest.ts';
import type { IncomingMail } from '../../../models/incomingMail.ts';
import type { Recipient } from '../../../models/pendingWork.ts';
import type { House } from '../../../onboarding/house.ts';
import { knownPerson } from '../../../onboarding/knownPerson.ts';
import { maskSecrets } from '../../../onboarding/maskSecrets.ts';
import { tellPerson } from '../../../onboarding/perform/tellPerson.ts';
import { readAddress } from '../../../onboarding/readAddress.ts';
import { readId } from '../../../onboarding/readId.ts';
import { takeFromLimit } from '../../../onboarding/takeFromLimit.ts';
import { withoutLinks } from '../../content/withoutLinks.ts';
import type { MailRead } from '../mailRead.ts';
import { mailsReferredTo } from '../prove/mailsReferredTo.ts';
import type { ActTools } from './actTools.ts';
import type { Done } from './dealt.ts';

/**
 * A mail that is not proven to be from whom it says does nothing; the real person is asked to confirm, in Teams or on a
 * page, where it bears the reference of a request that was put to them, or where they are known. Not too often: anybody
 * can write such mails.
 *
 * @param from the From address it claims, if there is one.
 * @param because why it is not proven, for the log.
 */
export async function askToConfirm(
  { house, log }: ActTools,
  mail: IncomingMail,
  read: MailRead,
  from: string | undefined,
  because: string,
): Promise<Done> {
  const claimed = from === undefined ? undefined : readAddress(from);
  const { person, requestId } = await realPerson(house, read.replyReferences, claimed);
  log.warn({ mail: mail._id, because, known: person !== undefined }, 'a mail is not proven to be from whom it says');
  const dealt = (done: string, asked = false): Done => ({
    kind: 'unproven',
    outcome: `${because}; ${done}`,
    logged: asked ? 'unprovenAsked' : 'unproven',
  });
  if (!person) return dealt('nobody to ask');
  if (await takeFromLimit(house, 'unprovenPerPerson', person.email, { countedFor: mail._id })) {
    return dealt('asked often enough');
  }
  await tellPerson(house, `unproven-${mail._id}`, person, {
    kind: 'mailUnproven',
    // Anybody may have written it: it is to tell which mail is meant, and no more.
    subject: withoutLinks(maskSecrets(read.subject)),
    receivedAt: mail.receivedAt,
    ...(requestId !== undefined && { requestId }),
  });
  return dealt('the person was asked to confirm', true);
}

/** Whom the mail's reference was sent to; without one, whoever is known at the claimed address. */
async function realPerson(
  house: House,
  references: readonly string[],
  claimed: string | undefined,
): Promise<{ person?: Recipient; requestId?: string }> {
  const [ours] = await mailsReferredTo(references);
  if (ours) {
    const { notice, to } = ours;
    const _id = notice.kind === 'accessRequested' ? readId(notice.requestId) : undefined;
    const open = _id && (await AccessRequest.exists({ _id, state: 'open' }));
    return { person: to, ...(open && { requestId: _id.toHexString() }) };
  }
  const person = claimed === undefined ? undefined : await knownPerson(house, claimed);
  return person ? { person } : {};
}
