import type { UnreadableMail } from '../mailRead.ts';
import { headerFields } from '../prove/headerFields.ts';
import type { ReadingLimits } from './readingLimits.ts';

/** What no honest mail comes near, and what costs the parser more than its bytes. */
const mostHeaderBytes = 256 * 1024;
const mostLines = 1_000_000;

const lineFeed = 0x0a;
const dash = 0x2d;

/** Address headers, of which a parser makes objects. */
const addressHeader =
  /^(?:from|sender|to|cc|bcc|reply-to|return-path|delivered-to|disposition-notification-to|resent-(?:from|to|cc))\s*:/i;
const boundaryParameter = /boundary\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"()]+))/i;

/**
 * Counts what a mail is made of, in one pass over its bytes and before anything is parsed: some hundred thousand headers
 * or parts within parts cost a parser far more than the bytes that they are written with.
 *
 * @returns why the mail is not taken apart, or undefined if it is within the limits.
 */
export function measureMime(mime: Buffer, limits: ReadingLimits): UnreadableMail['reason'] | undefined {
  if (mime.length > limits.bytes) return 'tooLarge';
  let headers = 0;
  let headerBytes = 0;
  let parts = 1;
  let lines = 0;
  /** Boundaries of the multiparts that are open, outermost first. */
  const open: string[] = [];
  let head = 0;
  let inHead = true;
  let position = 0;
  // A mail of fewer bytes has no more lines.
  const linesCount = mime.length > mostLines;

  const headEnds = (end: number): void => {
    inHead = false;
    const block = mime.toString('latin1', head, end);
    // Most parts are no multiparts.
    if (!/boundary/i.test(block)) return;
    const [, quoted, bare = ''] = boundaryParameter.exec(block) ?? [];
    // One that is written so that we cannot read it still is one more level.
    open.push((quoted?.replace(/\\(.)/g, '$1') ?? bare).trimEnd() || '\n');
  };

  while (position < mime.length) {
    if (!inHead && !linesCount) {
      // On to the next line that may delimit a part.
      const before = mime.indexOf('\n--', position - 1, 'latin1');
      if (before === -1) break;
      position = before + 1;
    }
    const feed = mime.indexOf(lineFeed, position);
    const next = feed === -1 ? mime.length : feed + 1;
    lines += 1;
    if (lines > mostLines) return 'tooLarge';
    const isDelimiter = mime[position] === dash && mime[position + 1] === dash;
    const level = isDelimiter && open.length > 0 ? levelOf(mime, position, next, open) : undefined;
    if (level !== undefined) {
      if (inHead) headEnds(position);
      open.length = level.closes ? level.at : level.at + 1;
      if (!level.closes) {
        parts += 1;
        if (parts > limits.parts) return 'tooManyParts';
        inHead = true;
        head = next;
      }
    } else if (inHead) {
      if (isEmptyLine(mime, position)) {
        headEnds(position);
      } else {
        headerBytes += next - position;
        const folded = mime[position] === 0x20 || mime[position] === 0x09;
        if (!folded) headers += 1;
        if (headers > limits.headers || headerBytes > mostHeaderBytes) return 'tooManyHeaders';
      }
    }
    if (open.length > limits.nesting) return 'tooDeep';
    position = next;
  }
  return countAddresses(mime) > limits.addresses ? 'tooManyAddresses' : undefined;
}

function isEmptyLine(mime: Buffer, position: number): boolean {
  return mime[position] === lineFeed || (mime[position] === 0x0d && mime[position + 1] === lineFeed);
}

/** @returns the open multipart that a line delimits, and whether it ends there; undefined for another line. */
function levelOf(
  mime: Buffer,
  from: number,
  to: number,
  open: readonly string[],
): { at: number; closes: boolean } | undefined {
  // RFC 2046, 5.1.1: at most 70 characters, and white space behind.
  if (to - from > 1_100) return undefined;
  const line = mime.toString('latin1', from + 2, to).trimEnd();
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const boundary = open[at] as string;
    if (line === boundary) return { at, closes: false };
    if (line.length === boundary.length + 2 && line.endsWith('--') && line.startsWith(boundary)) {
      return { at, closes: true };
    }
  }
  return undefined;
}

/** @returns how many addresses stand in the headers of the mail itself, at the most. */
function countAddresses(mime: Buffer): number {
  const fields = headerFields(mime);
  if (fields !== undefined) {
    return fields.reduce((sum, { raw }) => (addressHeader.test(raw) ? sum + raw.split('@').length - 1 : sum), 0);
  }
  let addresses = 0;
  let counting = false;
  let position = 0;
  while (position < mime.length && !isEmptyLine(mime, position)) {
    const feed = mime.indexOf(lineFeed, position);
    const next = feed === -1 ? mime.length : feed + 1;
    const line = mime.toString('latin1', position, next);
    if (!/^[ \t]/.test(line)) counting = addressHeader.test(line);
    if (counting) {
      for (const character of line) if (character === '@') addresses += 1;
    }
    position = next;
  }
  return addresses;
}
