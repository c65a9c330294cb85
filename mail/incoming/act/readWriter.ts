import type { MailRead } from '../mailRead.ts';
import type { ActTools } from './actTools.ts';
import { type Writer, writerOf } from './writer.ts';

/**
 * Makes out what somebody writes, and from it in which language they are spoken to where they chose none.
 *
 * @param from the proven From address.
 */
export async function readWriter(
  { house, understand }: ActTools,
  read: MailRead,
  from: string,
): Promise<{ understood: ReturnType<ActTools['understand']>; writer: Writer }> {
  const understood = understand(read.newText || read.subject);
  const { language, languageSure } = understood;
  const writer = await writerOf(house, from, read.from[0]?.name ?? '', languageSure === false ? undefined : language);
  return { understood, writer };
}
