import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { arriving } from '../arrivals.ts';
import { deliveryAddress } from '../deliveryAddress.ts';
import { newMailId } from '../mailId.ts';
import { type Correspondent, SandboxMail } from '../sandboxMail.ts';
import { GraphRefusal } from './graphRefusal.ts';

/** Makes a draft in the mailbox of `owner` of what was given. */
export async function createDraft(owner: string, given: Partial<SandboxMail>): Promise<SandboxMail> {
  const mail = newMail(owner, given);
  await SandboxMail.create(mail);
  return mail;
}

/** Makes a message and sends it in the same write. */
export async function sendAtOnce(owner: string, given: Partial<SandboxMail>, keepCopy: boolean): Promise<void> {
  const mail = newMail(owner, given);
  await arriving(async (arrival) => {
    const sent = asSent(mail, arrival);
    await SandboxMail.create({ ...mail, ...sent, folder: keepCopy ? 'sentitems' : 'unsaved' });
    return deliveries(mail._id, sent);
  });
}

/** Changes a draft. Throws GraphRefusal when the message is none. */
export async function changeDraft(mail: SandboxMail, given: Partial<SandboxMail>): Promise<SandboxMail> {
  const changed = await SandboxMail.findOneAndUpdate(
    { _id: mail._id, folder: 'drafts' },
    { $set: { ...given, changedAt: DateTime.now().toJSDate() }, $inc: { changeKey: 1 } },
    { returnDocument: 'after' },
  ).lean();
  if (changed === null) throw noDraft();
  return changed;
}

/**
 * Sends a draft: one write takes it out of Drafts and puts it into the inboxes, on condition that it still is the draft
 * that was read. Of two requests to send it one succeeds.
 */
export async function sendDraft(mail: SandboxMail): Promise<void> {
  if (mail.folder !== 'drafts') throw noDraft();
  await arriving(async (arrival) => {
    const changes = asSent(mail, arrival);
    const sent = await SandboxMail.updateOne(
      { _id: mail._id, folder: 'drafts', changeKey: mail.changeKey },
      { $set: { ...changes, folder: 'sentitems' }, $inc: { changeKey: 1 } },
    );
    if (sent.matchedCount === 0) {
      throw new GraphRefusal(409, 'ErrorIrresolvableConflict', 'The message was changed or sent at the same time.');
    }
    return deliveries(mail._id, changes);
  });
}

function deliveries(mail: string, { deliveredTo }: Pick<SandboxMail, 'deliveredTo'>) {
  return deliveredTo.map(({ address }, delivery) => ({ mail, delivery, owner: address }));
}

function newMail(owner: string, given: Partial<SandboxMail>): SandboxMail {
  const now = DateTime.now().toJSDate();
  return {
    from: { name: '', address: owner },
    toRecipients: [],
    ccRecipients: [],
    bccRecipients: [],
    replyTo: [],
    subject: '',
    body: { contentType: 'text', content: '' },
    importance: 'normal',
    headers: [],
    properties: [],
    internetMessageId: `<${randomBytes(18).toString('hex')}@sandbox.example>`,
    ...given,
    _id: newMailId(),
    mailbox: owner,
    folder: 'drafts',
    changeKey: 1,
    createdAt: now,
    changedAt: now,
    deliveredTo: [],
  };
}

/** @returns what sending changes. Throws GraphRefusal where Graph would not send it. */
function asSent(mail: SandboxMail, arrival: number): Pick<SandboxMail, 'sentAt' | 'changedAt' | 'deliveredTo'> {
  if (mail.from.address.toLowerCase() !== mail.mailbox) {
    const problem =
      'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.';
    throw new GraphRefusal(403, 'ErrorSendAsDenied', problem);
  }
  const recipients = [...mail.toRecipients, ...mail.ccRecipients, ...mail.bccRecipients];
  if (recipients.length === 0) {
    throw new GraphRefusal(400, 'ErrorInvalidRecipients', 'At least one recipient is required to send a message.');
  }
  if (!recipients.every(deliverable)) {
    throw new GraphRefusal(400, 'ErrorInvalidRecipients', "At least one recipient isn't valid.");
  }
  const now = DateTime.now().toJSDate();
  const addresses = new Set(recipients.map(({ address }) => deliveryAddress(address)));
  return { sentAt: now, changedAt: now, deliveredTo: [...addresses].map((address) => ({ address, arrival })) };
}

function deliverable({ address }: Correspondent): boolean {
  return /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:]+$/.test(address);
}

function noDraft(): GraphRefusal {
  return new GraphRefusal(
    400,
    'ErrorInvalidOperation',
    'The operation is possible for drafts only; this message was sent.',
  );
}
