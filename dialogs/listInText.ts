import { smallTalk } from '../language/smallTalk.ts';

/**
 * Finds a list of people in what somebody wrote: at least two lines with an address each, whatever stands above them.
 *
 * @returns the lines from the first one (or its header) on, or undefined when the text is no such list.
 */
export function listInText(text: string): string | undefined {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.includes('@'));
  const last = lines.findLastIndex((line) => line.includes('@'));
  if (first === last) return undefined;
  const filled = lines.slice(first, last + 1).filter((line) => line.trim() !== '');
  const addresses = filled.filter((line) => /[^\s;,<]@[^\s;,>]/.test(line)).length;
  // A mail that was pasted has addresses too, among lines that have none.
  if (addresses < 2 || addresses * 2 < filled.length) return undefined;
  const above = lines[first - 1] ?? '';
  const isHeader = /[;,\t]/.test(above) && /\b(?:e-?mail|mail|address|indirizzo|posta)\b/i.test(above);
  return lines.slice(isHeader ? first - 1 : first, lastLine(lines)).join('\n');
}

/**
 * Lines below the last address may be people whose address was forgotten: those right below it, and those with
 * separators. A thank-you, and what stands below a blank line, is none.
 */
function lastLine(lines: readonly string[]): number {
  let last = lines.findLastIndex((line) => line.includes('@') || /[;\t]/.test(line));
  for (let next = lines[last + 1]; next?.trim() && !smallTalk(next); next = lines[last + 1]) last += 1;
  return last + 1;
}
