import type { Texts } from './texts.ts';

/** What an answer by mail was taken for, as the log keeps it; worded for the helpdesk by the texts. */
export type AnswerMeaning = keyof Texts['helpdesk']['transcript']['answers'];

/** What came of a message, as the log keeps it; worded for the helpdesk by the texts. */
export type Outcome = keyof Texts['helpdesk']['transcript']['outcomes'];
