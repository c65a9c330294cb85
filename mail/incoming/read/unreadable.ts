import { plainLine } from '../../content/plainLine.ts';
import type { UnreadableMail } from '../mailRead.ts';
import { addressesIn } from './addressesIn.ts';
import { parseMime } from './parseMime.ts';
import type { ReadingLimits } from './readingLimits.ts';

/** From and Subject stand in the first lines of what servers deliver. */
const looked = 32 * 1024;
const mostAddresses = 10;

/** @returns what can be said of a mail that is not taken apart: as much as its first headers tell. */
export async function unreadable(
  mime: Buffer,
  reason: UnreadableMail['reason'],
  limits: ReadingLimits,
): Promise<UnreadableMail> {
  const beginning = mime.toString('latin1', 0, looked);
  const end = beginning.search(/\r?\n\r?\n/);
  const head = end === -1 ? beginning : beginning.slice(0, end);
  const lines = head
    .split(/\r?\n(?![ \t])/)
    .filter((line) => /^(?:from|subject)\s*:/i.test(line))
    .slice(0, 4)
    .map((line) => `${line.slice(0, 2_000)}\r\n`);
  // The same parser for the few lines, so that they are decoded as they would have been.
  const tree = await parseMime(Buffer.from(`${lines.join('')}\r\n`, 'latin1'), limits);
  if (typeof tree === 'string') return { outcome: 'unreadable', reason, from: [], subject: '' };
  return {
    outcome: 'unreadable',
    reason,
    from: (await addressesIn(tree.headers.all('from'))).slice(0, mostAddresses),
    subject: plainLine(tree.subject, 500),
  };
}
