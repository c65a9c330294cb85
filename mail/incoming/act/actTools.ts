import type { Logger } from 'pino';
import type { Walks } from '../../../dialogs/turn.ts';
import type { House } from '../../../onboarding/house.ts';

/** What acting on mails needs; made once by index.ts, or by a test. */
export interface ActTools {
  house: House;
  walks: Walks;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}
