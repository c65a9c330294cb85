import type { MailBlock } from '../models/mailBlock.ts';

/** @returns what a piece of a mail says, as the log and the search have it: without the address behind a button. */
export function blockInWords(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.text;
    case 'quote':
      return `${block.title}: ${block.text}`;
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'roles':
      return [block.title, ...block.roles.map(({ name, permits }) => `${name}. ${permits}`)].join('\n');
    case 'records':
      return [block.title, ...block.records].join('\n');
    case 'button':
      return block.label;
  }
}
