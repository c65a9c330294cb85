import type { Correspondent } from '../sandboxMail.ts';
import { type MailboxMessage, messageId } from './mailboxMessage.ts';
import { plainText } from './plainText.ts';

/** @returns the message as Graph shows it; empty properties as Graph leaves them. */
export function asGraphMessage(message: MailboxMessage, immutable: boolean): Record<string, unknown> {
  const { mail, folder, delivery } = message;
  const sentAt = mail.sentAt?.toISOString();
  const text = plainText(mail);
  return {
    '@odata.etag': `W/"${mail.changeKey}"`,
    id: messageId(message, immutable),
    createdDateTime: mail.createdAt.toISOString(),
    lastModifiedDateTime: mail.changedAt.toISOString(),
    changeKey: String(mail.changeKey),
    categories: [],
    receivedDateTime: sentAt ?? mail.createdAt.toISOString(),
    sentDateTime: sentAt ?? mail.createdAt.toISOString(),
    hasAttachments: false,
    internetMessageId: mail.internetMessageId,
    subject: mail.subject,
    bodyPreview: text.slice(0, 255),
    importance: mail.importance,
    parentFolderId: folder,
    conversationId: mail._id,
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    isRead: delivery === undefined || mail.deliveredTo[delivery]?.readAt !== undefined,
    isDraft: mail.folder === 'drafts',
    webLink: `/sandbox/mailbox/${encodeURIComponent(message.owner)}/${mail._id}`,
    inferenceClassification: 'focused',
    body: mail.body,
    sender: asRecipient(mail.from),
    from: asRecipient(mail.from),
    toRecipients: mail.toRecipients.map(asRecipient),
    ccRecipients: mail.ccRecipients.map(asRecipient),
    bccRecipients: delivery === undefined ? mail.bccRecipients.map(asRecipient) : [],
    replyTo: mail.replyTo.map(asRecipient),
    flag: { flagStatus: 'notFlagged' },
  };
}

function asRecipient({ name, address }: Correspondent) {
  return { emailAddress: { name, address } };
}
