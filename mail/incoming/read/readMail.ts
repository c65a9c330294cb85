import { plainLine } from '../../content/plainLine.ts';
import type { MailRead, UnreadableMail } from '../mailRead.ts';
import { addressesIn } from './addressesIn.ts';
import { attachedList } from './attachedList.ts';
import { automaticReason } from './automaticReason.ts';
import { bounceOf } from './bounceOf.ts';
import { measureMime } from './measureMime.ts';
import { messageIds } from './messageIds.ts';
import { newText } from './newText.ts';
import { type MimeTree, parseMime } from './parseMime.ts';
import { quoteMark } from './quoteMark.ts';
import { readableText } from './readableText.ts';
import { checkedReadingLimits, type ReadingLimits } from './readingLimits.ts';
import { replyReferences } from './replyReferences.ts';
import { shownText } from './shownText.ts';
import { unreadable } from './unreadable.ts';

/** As much of a text as is kept. */
const mostCharacters = 100_000;
/** Longer HTML is not shown either (helpdesk/transcript/harmlessHtml.ts). */
const mostHtml = 300_000;
const mostAttachments = 100;

/** Where servers write whom they delivered a mail to; a tag survives there when To names a list or an alias. */
const deliveredTo = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'original-recipient'];

/**
 * Takes a mail apart. Nothing in it is proven, nothing outside of it is read.
 *
 * @param mime the mail as it was sent.
 * @param about `mailbox`: the address that Usher sends from, lower-case.
 * @returns what it says; a mail beyond the limits, or one that cannot be taken apart, is unreadable.
 * @throws RangeError for limits that are none.
 */
export async function readMail(
  mime: Buffer,
  about: { limits: ReadingLimits; mailbox: string },
): Promise<MailRead | UnreadableMail> {
  const limits = checkedReadingLimits(about.limits);
  const beyond = measureMime(mime, limits);
  if (beyond !== undefined) return unreadable(mime, beyond, limits);
  const tree = await parseMime(mime, limits);
  if (typeof tree === 'string') return unreadable(mime, tree, limits);

  const { headers } = tree;
  const [from, to, cc] = await Promise.all(['from', 'to', 'cc'].map((name) => addressesIn(headers.all(name))));
  if (from === undefined || to === undefined || cc === undefined) throw new Error('Three headers were asked for');
  const { text, shown } = await textsOf(mime, tree);
  const bounce = await bounceOf(mime, tree, text, from, about.mailbox);
  const automatic = automaticReason(tree, from, about.mailbox);
  const inReplyTo = messageIds(headers.all('in-reply-to'));
  const references = messageIds(headers.all('references'));
  const messageId = messageIds(headers.all('message-id').slice(0, 1))[0];
  const date = dateOf(headers.first('date'));
  const list = attachedList(tree.parts);
  return {
    outcome: 'read',
    ...(messageId !== undefined && { messageId }),
    inReplyTo,
    references,
    subject: plainLine(tree.subject, 500),
    from,
    to,
    cc,
    ...(date !== undefined && { date }),
    replyReferences: replyReferences([
      ...(bounce?.references ?? []),
      ...deliveredTo.flatMap((name) => headers.all(name)),
      ...inReplyTo,
      ...references.toReversed(),
    ]),
    newText: bounce === undefined ? await newText(shown) : '',
    text,
    ...(tree.html !== undefined && tree.html.length <= mostHtml && { html: tree.html }),
    attachments: tree.parts.slice(0, mostAttachments).map(({ name, type, size }) => ({
      name: plainLine(name ?? '', 200),
      type: plainLine(type, 100),
      size,
    })),
    ...(list !== undefined && { list }),
    ...(bounce === undefined && automatic !== undefined && { automatic: { reason: automatic } }),
    ...(bounce !== undefined && {
      automatic: { reason: automatic === 'own' ? ('own' as const) : ('systemSender' as const) },
      bounce: {
        recipients: bounce.recipients,
        ...(bounce.messageId !== undefined && { messageId: bounce.messageId }),
      },
    }),
  };
}

/**
 * A mail program shows the HTML where there is any, and makes the text part from it: what the writer saw is there. The
 * text part counts where the HTML shows nothing, or cannot be read.
 *
 * @returns `shown`: as newText.ts takes it; `text`: to be kept.
 */
async function textsOf(mime: Buffer, tree: MimeTree): Promise<{ shown: string; text: string }> {
  const plain = readableText(tree.text ?? '');
  const html = tree.html === undefined ? '' : readableText((await shownText(tree.html, plain.trim() === '')) ?? '');
  let shown = html.replaceAll(quoteMark, '').trim() === '' ? plain.replaceAll(quoteMark, '') : html;
  // Not two forms of the same, but one below the other: both are seen.
  if (shown === html && plain.trim() !== '' && !hasAlternative(mime, tree)) shown = `${plain}\n${html}`;
  const text = (plain.trim() === '' ? html.replaceAll(quoteMark, '') : plain).trim().slice(0, mostCharacters);
  return { shown, text: text === '' ? '' : `${text}\n` };
}

/** As far as it is looked for. */
const mostLooked = 256 * 1024;

function hasAlternative(mime: Buffer, tree: MimeTree): boolean {
  return (
    tree.type === 'multipart/alternative' ||
    // As nearly all write it, which takes no copy.
    mime.subarray(0, mostLooked).includes('multipart/alternative', 0, 'latin1') ||
    /multipart\/alternative/i.test(mime.toString('latin1', 0, mostLooked))
  );
}

/** @returns the date of a mail, or undefined where there is none that makes sense. */
function dateOf(value: string | undefined): Date | undefined {
  const date = new Date(value ?? '');
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1970 || date.getUTCFullYear() > 9999
    ? undefined
    : date;
}
