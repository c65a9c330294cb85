import type { Texts } from '../../language/texts.ts';
import type { Notice, NoticeKind } from '../../models/notice.ts';
import type { AnsweredMail } from '../../models/outgoingMail.ts';
import type { Recipient } from '../../models/pendingWork.ts';

/** What the content of a mail is written from. */
export interface Writing<Kind extends NoticeKind> {
  notice: Extract<Notice, { kind: Kind }>;
  to: Recipient;
  /** The code of the language that is written in. */
  language: string;
  texts: Texts;
  /** The address behind the mail’s button; always present for an invitation. */
  link?: string;
  /** The mail that is answered, for an answer. */
  answers?: AnsweredMail;
  /** The address that Usher sends from. */
  mailbox: string;
}
