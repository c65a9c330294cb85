import type { OutgoingMail } from '../models/outgoingMail.ts';
import { mailMark, textBody } from './mailMark.ts';
import type { RenderedMail } from './render.ts';

/** A message as Graph takes it (../shared/graph/mail.openapi.yaml, microsoft.graph.message), as far as we use it. */
export interface GraphMessage {
  subject: string;
  body: { contentType: 'html'; content: string };
  from: { emailAddress: { name: string; address: string } };
  toRecipients: { emailAddress: { name: string; address: string } }[];
  internetMessageHeaders: { name: string; value: string }[];
  singleValueExtendedProperties: { id: string; value: string }[];
}

/** @returns the draft of a mail, marked with its outbox id twice: for us to find it by, and for whoever gets it. */
export function graphMessage(
  mail: Pick<OutgoingMail, '_id' | 'to'>,
  rendered: RenderedMail,
  mailbox: string,
): GraphMessage {
  return {
    subject: rendered.subject,
    body: { contentType: 'html', content: rendered.html },
    from: { emailAddress: { name: rendered.senderName, address: mailbox } },
    toRecipients: [{ emailAddress: { name: rendered.recipientName, address: mail.to.email } }],
    internetMessageHeaders: [
      { name: 'x-usher-mail', value: mail._id },
      // Everything automatic but NDR, and so not `All`: a bounce tells that an invitation is undeliverable
      // (MS-OXCMAIL, X-Auto-Response-Suppress).
      { name: 'X-Auto-Response-Suppress', value: 'DR, RN, NRN, OOF, AutoReply' },
    ],
    singleValueExtendedProperties: [
      { id: mailMark, value: mail._id },
      { id: textBody, value: rendered.text },
    ],
  };
}
