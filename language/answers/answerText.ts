import { longestText, plainText } from '../plainText.ts';

/** An answer's own text. */
export interface AnswerText {
  text: string;
  /** Where a signature begins that is marked as such (`-- `); the length of the text without one. */
  signatureAt: number;
  /** Something in it is struck through, turned around, or it is longer than anybody answers: not to be acted on. */
  isDoubtful: boolean;
}

/** The wordings by which a mail client announces what is quoted, folded to lower case. */
export interface QuoteCues {
  /** "wrote", "original message". */
  introduces: readonly string[];
  /** "from", "sent": labels of a quoted mail's header. */
  labels: readonly string[];
}

// Of a text longer than this not even the beginning is read: no person writes this to say yes or no.
const longestRead = 16_000;

const entities: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  rsquo: "'",
  lsquo: "'",
  ldquo: '"',
  rdquo: '"',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  agrave: 'à',
  egrave: 'è',
  eacute: 'é',
  igrave: 'ì',
  ograve: 'ò',
  ugrave: 'ù',
  Egrave: 'È',
};

/**
 * Cuts out what somebody wrote: without the leftovers of HTML, without quoted mails, without invisible characters. Mail
 * that comes in has most of this cut away already; what is typed in a chat has none.
 */
export function answerText(typed: string, cues: QuoteCues): AnswerText {
  let isDoubtful = typed.length > longestRead;
  let text = typed.slice(0, longestRead).replace(/\r\n?/g, '\n');
  if (/<[a-z!/]/i.test(text)) {
    // A word that is struck through was taken back.
    if (/<(?:s|del|strike)\b|line-through/i.test(text)) isDoubtful = true;
    text = text
      .replace(/<at\b[^<>]{0,200}>[^<>]{0,200}<\/at>/gi, ' ')
      .replace(/<!--[\s\S]*?-->/g, ' ')
      .replace(/<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi, ' ')
      .replace(/<blockquote\b[\s\S]*$/i, '\n')
      .replace(/<(?:br|\/?p|\/?div|\/?li|\/?tr|\/?h[1-6])(?:[\s/][^<>]{0,2000})?>/gi, '\n')
      .replace(/<\/?[a-z][a-z0-9:]*(?:[\s/][^<>]{0,2000})?>/gi, ' ');
  }
  text = text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
  if (/[\u0334-\u0338\u20d2-\u20df\u20e0\u20e5\u20e6\u20eb\u202d\u202e]|~~/u.test(text)) isDoubtful = true;
  text = text
    .replace(/\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier}/gu, '')
    // "P.S.", "o.k.": the dots end no sentence.
    .replace(/(?<!\p{L})(?:\p{L}\.){2,}(?!\p{L})/gu, (letters) => `${letters.replaceAll('.', '')} `);
  const { lines, isBetween } = ownLines(text.split('\n'), cues);
  // Who answers line by line answers more than one thing.
  if (isBetween) isDoubtful = true;
  const signature = lines.findIndex((line) => /^\s*--\s*$/.test(line));
  const own = lines.join('\n').trimEnd();
  if (own.length > longestText) isDoubtful = true;
  const before = signature === -1 ? own : lines.slice(0, signature).join('\n');
  const plain = plainText(own);
  return { text: plain, signatureAt: signature === -1 ? plain.length : plainText(before).length, isDoubtful };
}

/** The lines that are not quoted: an answer may stand above, below or between the lines that it answers. */
function ownLines(
  lines: readonly string[],
  { introduces, labels }: QuoteCues,
): { lines: string[]; isBetween: boolean } {
  const own: string[] = [];
  let isQuotedAfter = false;
  let isBetween = false;
  const label = (line: string | undefined) => {
    const before = /^[\s*]*([\p{L}]{1,12})[\s*]*:/u.exec(line ?? '')?.[1]?.toLowerCase();
    return before !== undefined && labels.includes(before);
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (/^\s*[>|]/.test(line)) {
      isQuotedAfter ||= own.some((earlier) => earlier.trim() !== '');
      continue;
    }
    isBetween ||= isQuotedAfter && line.trim() !== '';
    const lower = line.toLowerCase();
    if (label(line) && [1, 2, 3].some((further) => label(lines[at + further]))) break;
    if (introduces.some((cue) => lower.includes(cue))) {
      if (/^\s*[-_*]{2,}/.test(line)) break;
      const isHeader = /:\s*$/.test(line) && (/[\d@]/.test(line) || /[\d@<]/.test(lines[at - 1] ?? ''));
      if (isHeader) {
        if (!/[\d@]/.test(line)) own.pop();
        const next = lines.slice(at + 1).find((later) => later.trim() !== '');
        if (next !== undefined && /^\s*>/.test(next)) continue;
        break;
      }
    }
    if (/^\s*_{8,}\s*$/.test(line)) continue;
    own.push(line);
  }
  return { lines: own, isBetween };
}
