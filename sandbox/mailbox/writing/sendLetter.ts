import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { addressDomain } from '../../../onboarding/addressDomain.ts';
import { isDuplicateKey } from '../../../onboarding/isDuplicateKey.ts';
import { arriving } from '../arrivals.ts';
import { deliveryAddress } from '../deliveryAddress.ts';
import { SandboxMail } from '../sandboxMail.ts';
import { signed } from '../signing/signed.ts';
import type { Letter } from './letter.ts';
import { mimeOfLetter } from './mimeOfLetter.ts';

/** Where a forged mail comes from. */
const elsewhere = 'Received: from mail.forger.example (mail.forger.example [192.0.2.66])\r\n by sandbox.example';

/** Sends what a person wrote, signed by their domain unless it is forged. Sent again under the same id, nothing happens. */
export async function sendLetter(letter: Letter): Promise<void> {
  const domain = addressDomain(letter.from.address);
  const messageId = `<${randomUUID()}@${letter.forged ? 'mail.forger.example' : domain}>`;
  const date = DateTime.now().toJSDate();
  const { mime, html } = await mimeOfLetter(letter, { messageId, date });
  const received = `${elsewhere}; ${DateTime.fromJSDate(date).toRFC2822()}\r\n`;
  const addresses = [...new Set(letter.to.map(({ address }) => deliveryAddress(address)))];
  const mail: Omit<SandboxMail, 'deliveredTo'> = {
    _id: letter.id,
    mailbox: letter.from.address,
    // Whoever forges has it in a mailbox of their own.
    folder: letter.forged ? 'unsaved' : 'sentitems',
    changeKey: 1,
    from: letter.from,
    toRecipients: letter.to,
    ccRecipients: [],
    bccRecipients: [],
    replyTo: [],
    subject: letter.subject,
    body: { contentType: 'html', content: html },
    importance: 'normal',
    headers: [],
    properties: [],
    internetMessageId: messageId,
    mime: letter.forged ? Buffer.concat([Buffer.from(received), mime]) : await signed(mime, domain),
    createdAt: date,
    changedAt: date,
    sentAt: date,
  };
  try {
    await arriving(async (arrival) => {
      await SandboxMail.create({ ...mail, deliveredTo: addresses.map((address) => ({ address, arrival })) });
      return addresses.map((owner, delivery) => ({ mail: letter.id, delivery, owner }));
    });
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
}
