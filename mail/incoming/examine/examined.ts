import type { Understood } from '../../../dialogs/understood.ts';
import type { AutomaticReason, MailRead, UnreadableMail } from '../mailRead.ts';
import type { SenderProof } from '../senderProof.ts';

/** What can be said of a mail before anything is looked up about it. */
export type Examined =
  | { by: 'unknown'; read: UnreadableMail }
  /** Nobody wrote it, for this reason: it is never answered. */
  | { by: 'machine'; read: MailRead; reason: AutomaticReason }
  | ExaminedWriting;

/** Somebody wrote it. */
export interface ExaminedWriting {
  by: 'person';
  read: MailRead;
  /** Whether it is from whom it says. */
  proof: SenderProof;
  /** What its new words mean; of its subject, when they say nothing. */
  understood: Understood;
}
