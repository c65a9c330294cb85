import type { MailBlock } from '../../models/mailBlock.ts';

/** What a mail says, before it becomes HTML and text. Everything in it is plain text. */
export interface MailContent {
  subject: string;
  /** The line that mail programs show beside the subject. */
  preheader: string;
  heading: string;
  blocks: MailBlock[];
  /** Instead of the greeting of every mail; empty for none. */
  greeting?: string;
  /** Instead of the lines at the foot of every mail. */
  closing?: string[];
}
