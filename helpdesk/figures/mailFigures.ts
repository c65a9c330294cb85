import { IncomingMail } from '../../models/incomingMail.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import type { Figures } from '../api.ts';
import type { Period } from './period.ts';

/** Mails that were sent, given up, and that came back, in the period. */
export async function mailFigures({ from, to }: Period): Promise<Figures['mails']> {
  const within = { $gte: from, $lt: to };
  const [sent, failed, bounced] = await Promise.all([
    OutgoingMail.countDocuments({ sentAt: within }),
    OutgoingMail.countDocuments({ failedAt: within }),
    IncomingMail.countDocuments({ kind: 'bounce', receivedAt: within }),
  ]);
  return { sent, failed, bounced };
}
