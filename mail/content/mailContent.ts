import type { MailBlock } from '../../models/mailBlock.ts';

/** What a mail says, before it becomes HTML and text. Everything in it is plain text. */
export interface MailContent {
  subject: string;
  /** The line that mail programs show beside the subject. */
  preheader: string;
  heading: string;
  blocks: MailBlock[];
}
