import type { MailBlock } from '../models/mailBlock.ts';
import type { Letter } from './letter.ts';

const width = 76;

/** @returns the text part of a mail: what the HTML says, for those who read mail as text. Lines end in \n. */
export function textBody(letter: Letter): string {
  const parts = [
    `-- ${letter.replyAbove} --`,
    letter.heading,
    ...(letter.greeting === '' ? [] : [letter.greeting]),
    ...letter.blocks.map(asText),
    ['-- ', ...letter.closing.map((line) => wrap(line))].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function asText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return wrap(block.text);
    case 'facts':
      return block.rows.map(({ label, value }) => wrap(`${label}: ${value}`, '', '  ')).join('\n');
    case 'roles':
      return [
        `${block.title}:`,
        ...block.roles.map(({ name, permits }) => wrap(`${name}. ${permits}`, '- ', '  ')),
      ].join('\n');
    case 'quote':
      return [
        `${block.title}:`,
        ...block.text.split('\n').map((line) => (line === '' ? '>' : wrap(line, '> ', '> '))),
      ].join('\n');
    case 'records':
      // Never broken: they are there to be copied.
      return [`${block.title}:`, ...block.records.map((record) => `  ${record}`)].join('\n');
    case 'button':
      return `${block.label}:\n${block.link}`;
  }
}

/** Breaks a line between words; a longer word, such as an address, keeps a line of its own. */
function wrap(text: string, first = '', next = first): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = next;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}
