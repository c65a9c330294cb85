import type { mongo } from 'mongoose';
import type { Correspondent, SandboxMail } from '../sandboxMail.ts';
import { plainText } from './plainText.ts';

/** @returns the message as MIME: as it was sent, or made of its parts, text and HTML side by side, without Bcc. */
export async function mimeOf(mail: SandboxMail): Promise<Buffer> {
  if (mail.mime !== undefined) return bytes(mail.mime);
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: asAddress(mail.from),
    to: mail.toRecipients.map(asAddress),
    cc: mail.ccRecipients.map(asAddress),
    replyTo: mail.replyTo.map(asAddress),
    subject: mail.subject,
    messageId: mail.internetMessageId,
    date: mail.sentAt ?? mail.createdAt,
    priority: mail.importance,
    text: plainText(mail),
    ...(mail.body.contentType === 'html' && { html: mail.body.content }),
    inReplyTo: propertyOf(mail, 'String 0x1042'),
    references: propertyOf(mail, 'String 0x1039'),
    headers: [...mail.headers, ...headerProperties(mail)].map(({ name, value }) => ({ key: name, value })),
    // Addresses, not files: whatever a message says, nothing is read or fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return await composer.compile().build();
}

/** Read lean, what is stored as Buffer is the driver's Binary. */
function bytes(stored: Buffer | mongo.Binary): Buffer {
  return Buffer.isBuffer(stored) ? stored : Buffer.from(stored.value());
}

function asAddress({ name, address }: Correspondent) {
  return { name, address };
}

function propertyOf(mail: SandboxMail, wanted: string): string | undefined {
  return mail.properties.find(({ id }) => id.toLowerCase() === wanted.toLowerCase())?.value;
}

/** Named properties of the set PS_INTERNET_HEADERS become headers (MS-OXCMAIL, 2.2.3.4.1). */
function headerProperties(mail: SandboxMail): { name: string; value: string }[] {
  return mail.properties.flatMap(({ id, value }) => {
    const [, name] = /^String \{00020386-0000-0000-c000-000000000046\} Name ([\w-]+)$/i.exec(id) ?? [];
    return name === undefined ? [] : [{ name, value }];
  });
}
