import MailComposer from 'nodemailer/lib/mail-composer';
import type { Correspondent, SandboxMail } from '../sandboxMail.ts';
import { plainText } from './plainText.ts';

/** @returns the message as MIME, text and HTML side by side, without Bcc. */
export async function mimeOf(mail: SandboxMail): Promise<Buffer> {
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
    headers: mail.headers.map(({ name, value }) => ({ key: name, value })),
    // Addresses, not files: whatever a message says, nothing is read or fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return await composer.compile().build();
}

function asAddress({ name, address }: Correspondent) {
  return { name, address };
}
