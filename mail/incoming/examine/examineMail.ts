import type { Understand } from '../../../dialogs/understood.ts';
import { type ProveOptions, proveSender } from '../prove/proveSender.ts';
import type { ReadingLimits } from '../read/readingLimits.ts';
import { readMail } from '../read/readMail.ts';
import type { Examined } from './examined.ts';

/** The same for all mails. */
export interface ExamineTerms {
  limits: ReadingLimits;
  /** The address that Usher sends from, lower-case. */
  mailbox: string;
  /** As ProveOptions. */
  authentication: string;
}

/**
 * Takes a mail apart, finds out who has written it and what is meant. Nothing of it depends on what Usher remembers.
 *
 * @param mime the mail as it came, byte for byte.
 * @throws RangeError for limits that are none.
 */
export async function examineMail(
  mime: Buffer,
  {
    understand,
    resolveTxt,
    authentication,
    ...reading
  }: ExamineTerms & Pick<ProveOptions, 'resolveTxt'> & { understand: Understand },
): Promise<Examined> {
  const read = await readMail(mime, reading);
  if (read.outcome === 'unreadable') return { by: 'unknown', read };
  if (read.automatic) return { by: 'machine', read, ...read.automatic };
  const proof = await proveSender(mime, { authentication, resolveTxt });
  return { by: 'person', read, proof, understood: understand(read.newText || read.subject) };
}
