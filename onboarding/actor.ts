import type { Channel } from '../models/auditEntry.ts';

/** Who does something, proven by the channel they do it through (roster, DMARC, signed-in page); never as typed. */
export interface Actor {
  /** Work address; any case. */
  email: string;
  firstName: string;
  lastName: string;
  /** BCP 47, e.g. `it`. */
  language: string;
  channel: Channel;
}
