import type { MailContent } from './content/mailContent.ts';

/** A mail's content with what stands around it in every mail. */
export interface Letter extends MailContent {
  /** The code of the language that it is written in. */
  language: string;
  /** The line that a reply ends at, wherever it comes back. */
  replyAbove: string;
  /** Empty where somebody greets in words of their own. */
  greeting: string;
  /** The lines at the foot. */
  closing: string[];
}
