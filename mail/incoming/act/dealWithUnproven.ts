import type { IncomingMail } from '../../../models/incomingMail.ts';
import type { MailRead } from '../mailRead.ts';
import type { ActTools } from './actTools.ts';
import { askToConfirm } from './askToConfirm.ts';
import type { Dealt } from './dealt.ts';
import { logAside } from './logAside.ts';

/**
 * Deals with a mail that is not proven to be from whom it says: it has no effect, and stands in nobody's conversation.
 *
 * @param from the From address it claims, if there is one.
 * @param because why it is not proven, for the log.
 */
export async function dealWithUnproven(
  tools: ActTools,
  mail: IncomingMail,
  read: MailRead,
  from: string | undefined,
  because: string,
): Promise<Dealt> {
  const { logged, ...done } = await askToConfirm(tools, mail, read, from, because);
  return { ...done, proven: false, conversation: await logAside(mail, read, { logged }) };
}
