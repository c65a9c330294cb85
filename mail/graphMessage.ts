import type { AnsweredMail, OutgoingMail } from '../models/outgoingMail.ts';
import { autoSubmitted, inReplyTo, mailMark, references, textBody } from './mailMark.ts';
import type { RenderedMail } from './render.ts';

/** A message as Graph takes it (../shared/graph/mail.openapi.yaml, microsoft.graph.message), as far as we use it. */
export interface GraphMessage {
  subject: string;
  body: { contentType: 'html'; content: string };
  from: { emailAddress: { name: string; address: string } };
  toRecipients: { emailAddress: { name: string; address: string } }[];
  replyTo: { emailAddress: { name: string; address: string } }[];
  internetMessageId: string;
  internetMessageHeaders: { name: string; value: string }[];
  singleValueExtendedProperties: { id: string; value: string }[];
}

/**
 * @returns the draft of a mail, marked with its outbox id twice: for us to find it by, and for whoever gets it. Its
 *   Message-ID and the address that a reply goes to carry the reference by which the reply is known.
 * @param referenceOf as of onboarding/replyReference.ts, by the id of a mail of ours.
 */
export function graphMessage(
  mail: Pick<OutgoingMail, '_id' | 'to' | 'answers' | 'follows'>,
  rendered: RenderedMail,
  mailbox: string,
  referenceOf: (mailId: string) => string,
): GraphMessage {
  const { answers, follows } = mail;
  const reference = referenceOf(mail._id);
  const [local, domain] = mailbox.split('@');
  return {
    subject: rendered.subject,
    body: { contentType: 'html', content: rendered.html },
    from: { emailAddress: { name: rendered.senderName, address: mailbox } },
    toRecipients: [{ emailAddress: { name: rendered.recipientName, address: mail.to.email } }],
    replyTo: [{ emailAddress: { name: rendered.senderName, address: `${local}+${reference}@${domain}` } }],
    // To be set as long as the message is a draft (Graph, "message resource type").
    internetMessageId: `<${reference}@${domain}>`,
    internetMessageHeaders: [
      { name: 'x-usher-mail', value: mail._id },
      // Everything automatic but NDR, and so not `All`: a bounce tells that an invitation is undeliverable
      // (MS-OXCMAIL, X-Auto-Response-Suppress).
      { name: 'X-Auto-Response-Suppress', value: 'DR, RN, NRN, OOF, AutoReply' },
    ],
    singleValueExtendedProperties: [
      { id: mailMark, value: mail._id },
      { id: textBody, value: rendered.text },
      // Not one of our mails is written by hand (RFC 3834, 5), and none but an answer was asked for.
      { id: autoSubmitted, value: answers ? 'auto-replied' : 'auto-generated' },
      ...threadOf(answers ?? (follows && { messageId: `<${referenceOf(follows)}@${domain}>`, references: [] })),
    ],
  };
}

/** Puts a mail into the thread of another (RFC 5322, 3.6.4). */
function threadOf(other: Pick<AnsweredMail, 'messageId' | 'references'> | '' | undefined) {
  if (!other) return [];
  return [
    { id: inReplyTo, value: other.messageId },
    { id: references, value: [...other.references, other.messageId].join(' ') },
  ];
}
