import { attributionStart } from './attribution.ts';
import { markBrokenQuotes } from './brokenQuotes.ts';
import { beginsHeaderBlock } from './headerBlock.ts';
import { isOwnMarker } from './ownMarker.ts';
import { quoteMark } from './quoteMark.ts';
import { isDeviceSignature, isDisclaimer } from './signatureLines.ts';
import { withoutForeignQuotes } from './withoutForeignQuotes.ts';

/** New text stands at the top; what is further down than this is a thread that was quoted for months. */
const mostLines = 1_500;
const mostCharacters = 20_000;

/** “-----Original Message-----” and its like, from wherever they are, and what Apple writes. */
const divider =
  /^[\s>*_]{0,8}(?:[-_=]{2,}\s?(?:original(?: e-?mail)? message|original mail|forwarded (?:e-?mail|message)(?: from .{1,80})?|messaggio (?:originale|inoltrato)|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)|message (?:d['’]origine|original|transféré)|urspr(?:ü|ue)ngliche (?:nachricht|mail)|weitergeleitete nachricht|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|opprinnelig melding|oprindelig (?:meddelelse|besked)|пересылаемое сообщение|исходное сообщение)\s?[-_=]{2,}|(?:begin forwarded message|inizio messaggio inoltrato|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|anfang der weitergeleiteten nachricht)\s?[:：])[\s*_]*$/iu;
const quoted = /^\s{0,3}>/;
/** A signature begins (RFC 3676, 4.3), also where a program took the blank away. */
const signatureMark = /^\s{0,2}(?:--|—|–)\s*$/;
/** Not so the letter that a tracker of opened mails (Streak) puts on a line of its own. */
const meaningful = /[\p{N}\p{Extended_Pictographic}]|(?!\u1427)\p{L}/u;

/**
 * The new text of a mail: neither what it answers, nor signatures, nor disclaimers. Better too little than too much: a
 * word of the quoted mail must never be taken for the writer's. Answers between and below quotes count.
 *
 * @param text of the whole mail, quotes with `>` before each line or quoted whole behind an introduction.
 * @returns lines that end in \n, or '' when nothing is new.
 */
export async function newText(text: string): Promise<string> {
  const lines = text.split('\n', mostLines);
  const quotes = lines.map((line) => quoted.test(line));
  for (let index = 0; index < lines.length; index += 1) {
    // An introduction may be broken in front of its “> wrote:”.
    if (quotes[index] && (index === 0 || quotes[index - 1])) continue;
    const start = attributionStart(lines, index);
    if (start !== undefined && !(quotes[start] as boolean)) {
      quotes.fill(true, start, index + 1);
      let next = index + 1;
      while (next < lines.length && (lines[next] as string).trim() === '') next += 1;
      // Quoted whole, without signs: there is nothing that tells where it ends.
      if (next < lines.length && !quotes[next]) quotes.fill(true, index);
    } else if (!quotes[index] && beginsQuote(lines, index)) quotes.fill(true, index);
  }
  markBrokenQuotes(lines, quotes);
  const segments: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (quotes[index]) continue;
    // A new segment after each quote: a signature ends where the writer goes on.
    if (index === 0 || quotes[index - 1]) segments.push([]);
    // A line of megabytes is more than an expression can look back over (V8 throws), and no more of it is kept anyway.
    segments.at(-1)?.push(line.slice(0, mostCharacters));
  }
  const written = segments.map(withoutSignature).filter((part) => part !== '');
  const whole = (await withoutForeignQuotes(written.join('\n\n'))).trim().slice(0, mostCharacters);
  return whole === '' ? '' : `${whole}\n`;
}

/** @returns whether everything from this line on is the mail that is answered. */
function beginsQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index] as string;
  return line.includes(quoteMark) || isOwnMarker(line) || divider.test(line) || beginsHeaderBlock(lines, index);
}

function withoutSignature(lines: readonly string[]): string {
  const written: string[] = [];
  for (const line of lines) {
    if (signatureMark.test(line)) break;
    if (!isDeviceSignature(line)) written.push(line);
  }
  const paragraphs = written
    .join('\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((paragraph) => paragraph.trim() !== '');
  const kept: string[] = [];
  for (const paragraph of paragraphs) {
    if (!isDisclaimer(paragraph)) kept.push(paragraph);
    // Above the writer's words stand one-paragraph warnings; below them a disclaimer goes on to the end.
    else if (kept.length > 0) break;
  }
  return tidied(kept.join('\n\n'));
}

/** Without lines and blanks at either end that say nothing, such as rules. */
function tidied(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  let last = lines.length;
  while (last > 0 && !meaningful.test(lines[last - 1] as string)) last -= 1;
  let first = 0;
  while (first < last && (lines[first] as string) === '') first += 1;
  return lines.slice(first, last).join('\n');
}
