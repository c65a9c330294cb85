import type { Understand } from '../../../dialogs/understood.ts';
import { type ProveOptions, proveSender } from '../prove/proveSender.ts';
import type { ReadingLimits } from '../read/readingLimits.ts';
import { readMail } from '../read/readMail.ts';
import type { Examined } from './examined.ts';
import { understandMail } from './understandMail.ts';

export interface ExamineOptions extends ProveOptions {
  limits: ReadingLimits;
  /** The address that Usher sends from, lower-case. */
  mailbox: string;
  understand: Understand;
}

/**
 * Takes a mail apart, finds out who has written it and what is meant. Nothing of it depends on what Usher remembers.
 *
 * @param mime the mail as it came, byte for byte.
 * @throws RangeError for limits that are none.
 */
export async function examineMail(
  mime: Buffer,
  { limits, mailbox, authentication, resolveTxt, understand }: ExamineOptions,
): Promise<Examined> {
  const read = await readMail(mime, { limits, mailbox });
  if (read.outcome === 'unreadable') return { by: 'unknown', read };
  if (read.automatic) return { by: 'machine', read, ...read.automatic };
  const proof = await proveSender(mime, { authentication, resolveTxt });
  return { by: 'person', read, proof, understood: understandMail(read, understand) };
}
