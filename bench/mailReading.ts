import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import EmailReplyParser from 'email-reply-parser';
import { simpleParser } from 'mailparser';
import { newText } from '../mail/incoming/read/newText.ts';
import { readMail } from '../mail/incoming/read/readMail.ts';
import { readSettings } from '../settings.ts';

const corpora = join(import.meta.dirname, '../../shared/mail-corpora');
const { reading: limits, mailbox } = readSettings({});
const htmlReply = 'Hi. I am fine.\nThanks,\nAlex';

/**
 * Reads public mails (../shared/mail-corpora, by path) and prints how many are understood as their truth says, beside the
 * libraries alone on the same mails in the same run.
 */
export default async function mailReading(): Promise<void> {
  if (!existsSync(corpora)) {
    console.log(`Skipped: there are no mails in ${corpora}`);
    return;
  }
  await replies();
  await htmlReplies();
  await bounces();
}

async function replies(): Promise<void> {
  const folder = join(corpora, 'replies');
  const tally = counter(['Usher', 'email-reply-parser alone'], ['exactly', 'first line']);
  const files = readdirSync(join(folder, 'mail')).filter((file) => file.endsWith('.txt'));
  for (const file of files) {
    const mail = readFileSync(join(folder, 'mail', file), 'utf8').replace(/\r\n/g, '\n');
    const truth = readFileSync(join(folder, 'reply', file), 'utf8');
    tally.compare('Usher', await newText(mail), truth);
    tally.compare('email-reply-parser alone', new EmailReplyParser().parseReply(mail), truth);
  }
  tally.print(`Replies as text (${files.length})`);
}

async function htmlReplies(): Promise<void> {
  const folder = join(corpora, 'html-replies');
  const libraries = 'mailparser’s text + email-reply-parser';
  const tally = counter(['Usher', libraries], ['exactly', 'first line']);
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'));
  for (const file of files) {
    const head =
      'From: a@contoso.com\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n';
    const mime = Buffer.concat([Buffer.from(head), readFileSync(join(folder, file))]);
    const read = await readMail(mime, { limits, mailbox });
    tally.compare('Usher', read.outcome === 'read' ? read.newText : '', htmlReply);
    const parsed = await simpleParser(mime);
    tally.compare(libraries, new EmailReplyParser().parseReply(parsed.text ?? ''), htmlReply);
  }
  tally.print(`Replies as HTML (${files.length})`);
}

async function bounces(): Promise<void> {
  const folder = join(corpora, 'bounces');
  const rules = 'RFC 3834 and 3464 alone, with mailparser';
  const columns = ['not a person’s', 'bounce or not', 'recipient', 'status', 'reason', 'which mail'];
  const tally = counter(['Usher', rules], columns);
  const files = readdirSync(folder).filter((file) => file.endsWith('.eml'));
  for (const file of files) {
    const mime = readFileSync(join(folder, file));
    const read = await readMail(mime, { limits, mailbox });
    if (read.outcome === 'read') {
      const { automatic, bounce } = read;
      const recipients = bounce?.recipients ?? [];
      tally.add('Usher', [
        automatic !== undefined,
        (bounce !== undefined) === isBounce(file),
        recipients.some(({ address }) => address !== undefined),
        recipients.some(({ status }) => status !== undefined),
        recipients.some(({ reason }) => reason !== ''),
        bounce?.messageId !== undefined,
      ]);
    }
    tally.add(rules, await byHeaderRules(mime, isBounce(file)));
  }
  tally.print(`Bounces, feedback reports, automatic replies (${files.length})`);
}

/** Feedback reports, a vacation notice, a list’s warning and a complaint are none; the names of the files tell. */
function isBounce(file: string): boolean {
  return !/^(?:arf-|rfc3834-|lhost-fml-|lhost-amazonses-11)/.test(file);
}

/** What the standards alone give: header rules, and the fields of the delivery report. */
async function byHeaderRules(mime: Buffer, truth: boolean): Promise<boolean[]> {
  const { headers, from, subject = '', text = '', attachments } = await simpleParser(mime);
  const header = (name: string): string => JSON.stringify(headers.get(name) ?? '').toLowerCase();
  const sender = from?.text ?? '';
  const bounce =
    header('content-type').includes('multipart/report') ||
    (headers.has('return-path') && !header('return-path').includes('@')) ||
    /mailer-daemon|postmaster/i.test(sender) ||
    /undeliver|returned mail|delivery (?:status|failure)|failure notice|mail delivery failed/i.test(subject);
  const automatic = headers.has('auto-submitted') && !/"no"/.test(header('auto-submitted'));
  const field = (pattern: RegExp): boolean => bounce && pattern.test(text);
  return [
    bounce || automatic,
    bounce === truth,
    field(/^final-recipient:\s*rfc822;\s*\S+@\S+/im),
    field(/^status:\s*[45]\.\d+\.\d+/im),
    field(/^diagnostic-code:\s*\S+/im),
    bounce &&
      attachments.some(
        ({ contentType, content }) => /rfc822/.test(contentType) && /^message-id:/im.test(content.toString('latin1')),
      ),
  ];
}

interface Tally {
  add(row: string, hits: readonly boolean[]): void;
  compare(row: string, read: string, truth: string): void;
  print(title: string): void;
}

function counter(rows: readonly string[], columns: readonly string[]): Tally {
  const counts = new Map(rows.map((row) => [row, columns.map(() => 0)]));
  const add = (row: string, hits: readonly boolean[]) => {
    counts.set(
      row,
      (counts.get(row) ?? []).map((count, index) => count + (hits[index] ? 1 : 0)),
    );
  };
  return {
    add,
    compare: (row, read, truth) =>
      add(row, [plain(read) === plain(truth), plain(firstLine(read)) === plain(firstLine(truth))]),
    print: (title) => {
      console.log(title);
      console.table(
        Object.fromEntries(
          [...counts].map(([row, figures]) => [
            row,
            Object.fromEntries(columns.map((column, index) => [column, figures[index]])),
          ]),
        ),
      );
    },
  };
}

/** Case, white space and emphasis marks are ignored. */
function plain(text: string): string {
  return text.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}
