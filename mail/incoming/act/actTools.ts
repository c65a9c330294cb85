import type { Logger } from 'pino';
import type { Walks } from '../../../dialogs/turn.ts';
import type { Understand } from '../../../dialogs/understood.ts';
import type { House } from '../../../onboarding/house.ts';
import type { MailRead, UnreadableMail } from '../mailRead.ts';
import type { SenderProof } from '../senderProof.ts';

/** What acting on mails needs; made once by index.ts, or by a test. */
export interface ActTools {
  house: House;
  walks: Walks;
  understand: Understand;
  /** Takes a mail apart. */
  read(mime: Buffer): Promise<MailRead | UnreadableMail>;
  /** Whether a mail is really from whom it says. */
  prove(mime: Buffer): Promise<SenderProof>;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}
