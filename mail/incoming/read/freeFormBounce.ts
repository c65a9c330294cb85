import type { BouncedRecipient } from '../mailRead.ts';
import { bounceReason } from './bounceReason.ts';

const mail = "[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,8}";
const bare = '[\\w.+-]{1,64}';

/** A line that names a recipient who was not reached; the first group is the address. */
const recipientLines: readonly RegExp[] = [
  // As RFC 3464 has it, in a text.
  new RegExp(`^\\s{0,8}(?:final|original)-recipient\\s*:\\s*(?:rfc822\\s*;)?\\s*<?(${mail})>?`, 'i'),
  // qmail, Yahoo, Exim, DragonFly, Courier and others: the address, at the beginning of its line.
  new RegExp(`^[\\s*>•-]{0,12}<(${mail})>\\s*(?::.*|\\(.*|\\.{3}.*)?$`),
  new RegExp(`^[\\s*•-]{0,12}(${mail})\\s*(?::.*)?$`),
  new RegExp(
    `^[\\s*•-]{0,12}<?(${mail})>?\\s+(?:\\[|\\(|on \\w{3}, |invalid|error|unknown|has |is |did |could |doesn|not |no |unable|failed|delayed|:)`,
    'i',
  ),
  // “Unable to deliver message to <…>”, “Impossibile recapitare il messaggio a …”, “message to … could not”.
  new RegExp(
    `(?:deliver(?:y|ing|ed)?|send|recapit\\w+|consegn\\w+|inviare|messag\\w+|mailbox|user|utente|recipient|destinatari\\w+|rcpt to|full|account)\\b[^@\\n]{0,60}?[\\s<:("']<?(${mail})>?`,
    'i',
  ),
  // “550 <…>... User unknown”, “<<< 550 5.1.1 <…>: …”
  new RegExp(`^[\\s<>]{0,8}[45]\\d\\d[ -].{0,60}?<(${mail})>`),
];

const localRecipient = new RegExp(`^\\s{0,12}<(${bare})>\\s*:|^[45]\\d\\d\\s<(${bare})>\\.{3}`);

const enhanced = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/;
const replyCode = /(?<![\d.:-])([45]\d\d)(?:[ -]|\s*:)/;
/** Words of what has not failed yet. */
const stillTrying =
  /\b(?:delayed|delay\)|still being (?:re)?tried|will be retried|will (?:continue|keep) (?:to )?try|not yet been delivered|has not yet|warning: (?:could not send|message)|non è stato ancora|ritardat[oa]|verranno effettuati (?:altri|ulteriori) tentativi|temporary problem|temporarily)\b/i;
const givenUp =
  /\b(?:permanent(?:ly|e)?|given up|giving up|failed|could not be delivered|cannot be delivered|wasn['’]t able|not going to try|undeliverable|unable to deliver|non è stato possibile|impossibile|non recapitabil|fatal|rejected|returned)/i;
const passing =
  /\b(?:time(?:d)?[ -]?out|expired|too long|connection|temporar|mailbox (?:is )?full|quota|not reachable|4\d\d[ -])/i;
const mostLines = 400;
const mostRecipients = 100;
const mostReasonLines = 6;

/**
 * Reads a bounce that no standard describes: qmail, Exim, Postfix, Exchange and Outlook in English and Italian, Gmail,
 * Yahoo and others.
 *
 * @param told the words of the mail system, without the mail that it gives back.
 * @param about the subject; `named`: recipients it names in headers (X-Failed-Recipients); `addressedTo`: whom the mail
 *   was addressed to, taken where the words name nobody; `ours`: addresses that are none of the recipients.
 */
export function freeFormBounce(
  told: string,
  about: { subject: string; named: readonly string[]; addressedTo?: string; ours: readonly string[] },
): BouncedRecipient[] {
  const lines = told.split('\n', mostLines).map((line) => line.slice(0, 1_000));
  const delayed =
    stillTrying.test(about.subject) || (stillTrying.test(told) && !givenUp.test(`${about.subject}\n${told}`));
  const found = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (found.size >= mostRecipients) break;
    const address = recipientOn(line);
    if (address !== undefined && !about.ours.includes(address) && !found.has(address)) found.set(address, index);
  }
  for (const address of about.named) {
    if (!found.has(address))
      found.set(
        address,
        lines.findIndex((line) => line.toLowerCase().includes(address)),
      );
  }
  if (about.named.length > 0)
    for (const address of found.keys()) if (!about.named.includes(address)) found.delete(address);
  if (found.size === 0 && about.addressedTo !== undefined) found.set(about.addressedTo, -1);
  if (found.size === 0) return [recipientFrom(lines, -1, undefined, delayed)];
  return [...found].map(([address, index]) => recipientFrom(lines, index, address, delayed));
}

function recipientOn(line: string): string | undefined {
  if (!line.includes('@')) {
    const local = localRecipient.exec(line);
    return (local?.[1] ?? local?.[2])?.toLowerCase();
  }
  for (const rule of recipientLines) {
    const address = rule.exec(line)?.[1];
    if (address !== undefined) return address.toLowerCase().replace(/\.+$/, '');
  }
  return undefined;
}

function recipientFrom(
  lines: readonly string[],
  index: number,
  address: string | undefined,
  delayed: boolean,
): BouncedRecipient {
  const near = index === -1 ? [] : wordsAt(lines, index, address);
  const local = near.join(' ');
  // What is said beside the address, or else the first line with a code anywhere.
  const code = lines.find((line) => enhanced.test(line)) ?? lines.find((line) => replyCode.test(line)) ?? '';
  const words = enhanced.test(local) || (replyCode.test(local) && !enhanced.test(code)) ? local : code || local;
  const status = enhanced.exec(words)?.[1];
  const number = replyCode.exec(words)?.[1];
  const reason = coded(near) ?? (code.trim() || local || firstWords(lines));
  return {
    ...(address?.includes('@') && { address }),
    action: delayed ? 'delayed' : 'failed',
    permanent: !delayed && (status ?? number ?? (passing.test(local) ? '4' : '5')).startsWith('5'),
    ...(status !== undefined && { status }),
    reason: bounceReason(reason),
  };
}

/** The line of the address and those below it, to the next recipient or past an empty line at the most once. */
function wordsAt(lines: readonly string[], index: number, address: string | undefined): string[] {
  const words: string[] = [];
  for (let at = index; at < lines.length && words.length < mostReasonLines; at += 1) {
    const line = (lines[at] as string).trim();
    if (at > index && line !== '') {
      const other = recipientOn(lines[at] as string);
      if (other !== undefined && other !== address && !replyCode.test(line)) break;
    }
    if (line === '' && words.some((word) => word !== '' && !word.endsWith(':'))) break;
    const rest = at === index ? withoutAddress(line, address) : line;
    if (rest !== '') words.push(rest);
    else if (line !== '') words.push('');
  }
  // “For the following reason:” is none.
  return words.filter((line) => line !== '' && !line.endsWith(':'));
}

function withoutAddress(line: string, address: string | undefined): string {
  if (address === undefined) return line;
  const rest = line.replace(/^[\s*>•<-]+/, '');
  return rest.toLowerCase().startsWith(address) ? rest.slice(address.length).replace(/^[\s>:.,]+/, '') : line;
}

/** From the line with a code on, which is what the remote system said. */
function coded(words: readonly string[]): string | undefined {
  const at = words.findIndex((line) => enhanced.test(line) || replyCode.test(line));
  return at === -1 ? undefined : words.slice(at).join(' ');
}

function firstWords(lines: readonly string[]): string {
  const worded = lines.map((line) => line.trim()).filter((line) => /\p{L}{3}/u.test(line) && !line.endsWith(':'));
  return worded.find((line) => givenUp.test(line) || stillTrying.test(line)) ?? worded[0] ?? '';
}
