import type { Texts } from '../../../language/texts.ts';

/** What every page is written from. */
export interface PageContext {
  /** Where the page is mounted, e.g. `/sandbox/mailbox`. */
  base: string;
  language: string;
  texts: Texts['sandboxMailbox'];
}
