import type { MailBlock } from '../../../models/mailBlock.ts';

/** @returns a paragraph of an answer. */
export function paragraph(text: string): MailBlock {
  return { kind: 'paragraph', text };
}
