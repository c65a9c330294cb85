import type { Texts } from './texts.ts';

/** What came of a message, as the log keeps it; worded for the helpdesk by the texts. */
export type Outcome = keyof Texts['helpdesk']['transcript']['outcomes'];
