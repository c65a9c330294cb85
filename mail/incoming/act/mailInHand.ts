import type { Understood } from '../../../dialogs/understood.ts';
import type { IncomingMail } from '../../../models/incomingMail.ts';
import type { MailRead } from '../mailRead.ts';
import type { SenderProof } from '../senderProof.ts';
import type { Writer } from './writer.ts';

/** A mail that somebody has written, proven to be theirs. */
export interface MailInHand {
  mail: IncomingMail;
  read: MailRead;
  proof: Extract<SenderProof, { proven: true }>;
  writer: Writer;
  conversation: string;
  understood: Understood;
}
