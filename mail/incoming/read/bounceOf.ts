import type { BouncedRecipient, MailAddress } from '../mailRead.ts';
import { addressesIn } from './addressesIn.ts';
import { isSystemSender } from './automaticReason.ts';
import { deliveryStatus } from './deliveryStatus.ts';
import { freeFormBounce } from './freeFormBounce.ts';
import { messageIds } from './messageIds.ts';
import type { MimeTree } from './parseMime.ts';
import { type ReturnedMail, returnedMail } from './returnedMail.ts';

/** What a mail says that came back. */
export interface Bounce {
  recipients: BouncedRecipient[];
  messageId?: string;
  /** Reply references of the mail that bounced. */
  references: string[];
}

/** Subjects of mail systems; alone they are no proof: people write about bounces, too. */
const bounceSubject =
  /(?:undeliver|unzustellbar|non recapitabil|mancato recapito|mancata consegna|consegna (?:non riuscita|fallita)|recapito (?:non riuscito|fallito)|impossibile recapitare|notifica (?:sullo )?stato (?:di|del) (?:consegna|recapito)|deliver(?:y|ed)?.{0,30}(?:fail|status|report|delay|error|problem|notif)|(?:fail|problem|unable|error|could not).{0,30}deliver|failure notice|returned mail|returned to sender|returning message|mail system error|non[- ]?delivery|delivery failure|delayed mail|mail delivery|could not (?:send|be delivered)|permanent error|warning: (?:message|could not)|message you sent blocked|ritardo (?:nella|di) consegna|не доставлен|配信|エラー)/i;
const bounceWords =
  /\b(?:not (?:be )?delivered|undeliver|could(?:n['’]t| not) (?:be )?(?:deliver|reach|send|find)|unable to (?:deliver|send)|(?:delivery|deliver[iy]ng|delevery).{0,80}(?:fail|error|delay|problem)|deferred|wasn['’]t able to deliver|did not reach|following (?:address|recipient)|permanent error|user unknown|unknown user|mailbox (?:is )?(?:full|unavailable)|non (?:è stato|è stata|può essere|possono essere) (?:possibile )?(?:recapitat|consegnat|recapitare|consegnare)|impossibile recapitare|non recapitabil|mancato recapito|transcript of session|(?:returned|rejected|blocked) )/i;

const mostRaw = 64 * 1024;

const statusPart = /^message\/(?:delivery-status|global-delivery-status)$/;
const ndrSubject =
  /^\s*(?:undeliverable|non recapitabile|mancato recapito|unzustellbar|non remis|no se puede entregar)\s*[:：]/i;

/**
 * @param mime the mail as it was sent; `tree`: the same in its parts; `whole`: its text.
 * @param from everyone in From.
 * @returns what the bounce says, or undefined where the mail is none. Somebody who passes a bounce on, or writes about
 *   one, sends none: their mail is no report of a mail system, and has a return address.
 */
export async function bounceOf(
  mime: Buffer,
  tree: MimeTree,
  whole: string,
  from: readonly MailAddress[],
  mailbox: string,
): Promise<Bounce | undefined> {
  const { headers, type, parameters, parts, subject } = tree;
  const report = type === 'multipart/report' && /^(?:delivery-status)?$/i.test(parameters['report-type'] ?? '');
  const statuses = parts.filter((part) => statusPart.test(part.type));
  const failedRecipients = headers.all('x-failed-recipients');
  const system =
    isSystemSender(tree, from) || failedRecipients.length > 0 || headers.hasAny('x-ms-exchange-message-is-ndr');
  if (!system && !report && type !== 'message/delivery-status') return undefined;

  const text = whole.trim() === '' && parts.length === 0 ? rawBody(mime) : whole;
  const fields = statuses.map(({ content }) => content.toString('utf8')).join('\n\n');
  if (statuses.length > 0 && /^(?:action|final-recipient|status)\s*:/im.test(fields)) {
    const recipients = deliveryStatus(fields);
    // All of them were reached: a receipt that was asked for, and nothing bounced.
    if (recipients.length === 0 && /^action\s*:\s*(?:delivered|relayed|expanded)/im.test(fields)) return undefined;
    if (recipients.length > 0) return bounce(tree, completed(recipients, tree, text), returnedMail(tree, text));
  }
  const returned = returnedMail(tree, text);
  const told = returned.told.trim() === '' ? text.slice(0, 20_000) : returned.told;
  const looksLikeOne =
    failedRecipients.length > 0 ||
    bounceSubject.test(subject) ||
    ndrSubject.test(subject) ||
    bounceWords.test(told.slice(0, 20_000));
  if (!looksLikeOne) return undefined;

  const inText = /^\s*(?:final-recipient|action)\s*:/im.test(told) ? deliveryStatus(told) : [];
  const named = (await addressesIn(failedRecipients)).map(({ address }) => address);
  const ours = [mailbox, ...from.map(({ address }) => address)];
  const recipients =
    inText.length > 0 && inText.some(({ address }) => address !== undefined)
      ? inText.filter(({ address }) => address !== undefined)
      : freeFormBounce(told, { subject, named, addressedTo: returned.to, ours });
  return bounce(tree, recipients, returned);
}

/** Some mail systems give a boundary that their parts do not have; the parser then finds none. */
function rawBody(mime: Buffer): string {
  const beginning = mime.toString('utf8', 0, mostRaw).replace(/\r\n/g, '\n');
  const end = beginning.indexOf('\n\n');
  return end === -1 ? '' : beginning.slice(end + 2);
}

/** A report of the standard form may leave out what its words say. */
function completed(recipients: BouncedRecipient[], tree: MimeTree, text: string): BouncedRecipient[] {
  if (recipients.every(({ reason, address }) => reason !== '' && address !== undefined)) return recipients;
  const returned = returnedMail(tree, text);
  const [told] = freeFormBounce(returned.told, {
    subject: tree.subject,
    named: [],
    addressedTo: returned.to,
    ours: [],
  });
  return recipients.map((recipient) => ({
    ...recipient,
    ...(recipient.address === undefined &&
      recipients.length === 1 &&
      told?.address !== undefined && { address: told.address }),
    reason: recipient.reason === '' ? (told?.reason ?? '') : recipient.reason,
  }));
}

function bounce({ headers }: MimeTree, recipients: BouncedRecipient[], returned: ReturnedMail): Bounce {
  // Exchange and Gmail say also in headers which mail it was.
  const messageId =
    returned.messageId ?? messageIds([...headers.all('in-reply-to'), ...headers.all('references')]).at(-1);
  return { recipients, ...(messageId !== undefined && { messageId }), references: returned.references };
}
