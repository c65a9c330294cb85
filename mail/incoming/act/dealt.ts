import type { AnswerMeaning, Outcome } from '../../../language/outcome.ts';
import type { IncomingMail } from '../../../models/incomingMail.ts';
import type { Reply } from './answer.ts';

/** What became of a mail; written down with it. */
export type Dealt = Required<Pick<IncomingMail, 'kind' | 'outcome'>> &
  Pick<IncomingMail, 'from' | 'proven' | 'subject' | 'messageId' | 'conversation'>;

/** The same, how it stands in the conversation log, and what is to be answered. */
export type Done = Pick<Dealt, 'kind' | 'outcome' | 'proven'> & {
  logged: Outcome;
  /** What it was taken for, when it was read as an answer and not as any sentence. */
  readAs?: { intent: AnswerMeaning; confidence: number; language: string };
  /** Nothing was made of it: its words, as `Message.notUnderstood` has them. */
  notUnderstood?: string;
  reply?: Reply;
};

/** A mail cannot be dealt with yet: a name server that is silent, a limit that is reached. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  /** @param dueAt when to try again. */
  constructor(
    readonly dueAt: Date,
    why: string,
  ) {
    super(why);
  }
}
