import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import MailComposer from 'nodemailer/lib/mail-composer';
import { renderMail } from '../../mail/render.ts';
import type { IncomingMailKind } from '../../models/incomingMail.ts';
import { addressDomain } from '../../onboarding/addressDomain.ts';
import { newMailId } from '../../sandbox/mailbox/mailId.ts';
import type { SandboxMail } from '../../sandbox/mailbox/sandboxMail.ts';
import { signed } from '../../sandbox/mailbox/signing/signed.ts';
import { mimeOfLetter } from '../../sandbox/mailbox/writing/mimeOfLetter.ts';
import type { Asked, MailWorld } from './mailWorld.ts';

export const mailbox = 'usher@businesscenter.example';
const link = 'http://localhost/requests';

/** One mail that comes in, and what must become of it. */
export interface MixedMail {
  id: string;
  what: 'decision' | 'duplicate' | 'request' | 'bounce' | 'vacation' | 'forgery' | 'garbage';
  from: string;
  mime: Buffer;
  kind: IncomingMailKind;
  messageId?: string;
  decides?: { requestId: string; state: 'approved' | 'denied' };
  bounced?: string;
}

const approvals = ['approvo', 'Approved.', 'Sì, va bene, procedi pure.', 'Yes, please go ahead.', 'ok, approvato'];
const denials = ['no, non approvo', 'Denied.', 'No, lascia l’azienda.', 'Not approved, she has left the company.'];
const questions = [
  'Buongiorno, chi è il mio amministratore?',
  'Hello, who is my administrator?',
  'Vorrei vedere i miei ruoli, per favore.',
  'Which roles do I have?',
];

/** How many of each thousand there are. */
const shares = { decision: 300, duplicate: 100, request: 150, bounce: 100, vacation: 100, forgery: 150, garbage: 100 };

/** @returns how many of each kind there are among `size` mails. */
export function sharesOf(size: number): typeof shares {
  const counts = { ...shares };
  for (const what of Object.keys(shares) as (keyof typeof shares)[]) {
    counts[what] = Math.max(4, Math.round((shares[what] * size) / 1_000));
  }
  return counts;
}

/**
 * Writes the mails that a mailbox gets, each kind in turn. Requests from the number of decisions on are for forgeries
 * only: nobody entitled decides them.
 */
export async function mixedMails({ asked, invited }: MailWorld, size: number): Promise<MixedMail[]> {
  const counts = sharesOf(size);
  const quoted = new Map<string, Promise<SandboxMail>>();
  const quotedTo = async (one: Asked): Promise<SandboxMail> => {
    const key = one.decider.email;
    if (!quoted.has(key)) quoted.set(key, mailOfOurs(one));
    const mail = (await quoted.get(key)) as SandboxMail;
    const { subject } = await renderMail(one.mail.notice, one.mail.to, { mailbox, link });
    return { ...mail, subject, internetMessageId: `<${one.reference}@${addressDomain(mailbox)}>` };
  };
  const mails: MixedMail[] = [];
  const decisions: MixedMail[] = [];
  for (let index = 0; index < counts.decision; index += 1) {
    const one = asked[index] as Asked;
    const state = index % 2 === 0 ? 'approved' : 'denied';
    const words = state === 'approved' ? approvals : denials;
    const text = words[Math.floor(index / 2) % words.length] as string;
    const mail = await reply(one, await quotedTo(one), text);
    decisions.push({ ...mail, what: 'decision', kind: 'decision', decides: { requestId: one.requestId, state } });
  }
  mails.push(...decisions);
  for (const mail of decisions.slice(0, counts.duplicate)) mails.push({ ...mail, id: newMailId(), what: 'duplicate' });
  for (let index = 0; index < counts.request; index += 1) {
    const from = `writer${index}@fabrikam.com`;
    const text = questions[index % questions.length] as string;
    mails.push({
      ...(await write({ from, subject: 'Business Center', text }, from)),
      what: 'request',
      kind: 'request',
    });
  }
  for (let index = 0; index < counts.bounce; index += 1) {
    const { invitationId, email, reference } = invited[index] as MailWorld['invited'][number];
    mails.push({ ...bounce(email, reference), bounced: invitationId });
  }
  for (let index = 0; index < counts.vacation; index += 1) {
    const one = asked[index % asked.length] as Asked;
    const from = one.decider.email;
    const options = {
      from,
      subject: 'Automatic reply: Business Center',
      text: 'I am out of the office. Yes, approved.',
      headers: { 'Auto-Submitted': 'auto-replied' },
      ...addressed(one.reference),
    };
    mails.push({ ...(await write(options, from)), what: 'vacation', kind: 'automatic' });
  }
  for (let index = 0; index < counts.forgery; index += 1) mails.push(await forgery(index));
  for (let index = 0; index < counts.garbage; index += 1) mails.push(garbage(index));
  return mails;

  async function forgery(index: number): Promise<MixedMail> {
    // Half of them say of a request the opposite of what its decider says, half are of one that nobody answers.
    const at = index % 2 === 0 ? (index + 1) % counts.decision : counts.decision + index;
    const one = asked[at % asked.length] as Asked;
    const from = one.decider.email;
    const text = 'Approved, as account administrator.';
    const subject = 'Re: Business Center';
    const about = addressed(one.reference);
    const written = async (): Promise<{ mail: Omit<MixedMail, 'what' | 'kind'>; kind: IncomingMailKind }> => {
      switch (index % 5) {
        case 0:
          return { mail: await write({ from, subject, text, ...about }), kind: 'unproven' };
        case 1:
          return { mail: await write({ from, subject, text, ...about }, 'x@forger.example'), kind: 'unproven' };
        case 2:
          return {
            mail: await write({ from, subject, text, ...addressed(`ref-${'0'.repeat(40)}`) }),
            kind: 'unproven',
          };
        case 3:
          return { mail: await write({ from, subject, text: `Hello Usher. ${text}` }), kind: 'unproven' };
        default: {
          // Properly signed, by somebody whom nobody has asked.
          const other = `stranger${index}@forger.example`;
          return { mail: await write({ from: other, subject, text, ...about }, other), kind: 'other' };
        }
      }
    };
    const { mail, kind } = await written();
    return { ...mail, what: 'forgery', kind };
  }
}

type Written = Omit<MixedMail, 'what' | 'kind'>;

/** What Usher has sent to a decider, as it lies in their mailbox. */
export async function mailOfOurs({ mail, decider, reference }: Asked): Promise<SandboxMail> {
  const { subject, html } = await renderMail(mail.notice, mail.to, { mailbox, link });
  const [local, domain] = mailbox.split('@');
  const at = new Date();
  return {
    _id: newMailId(),
    mailbox,
    folder: 'sentitems',
    changeKey: 1,
    from: { name: 'Usher', address: mailbox },
    toRecipients: [{ name: `${decider.firstName} ${decider.lastName}`, address: decider.email }],
    ccRecipients: [],
    bccRecipients: [],
    replyTo: [{ name: 'Usher', address: `${local}+${reference}@${domain}` }],
    subject,
    body: { contentType: 'html', content: html },
    importance: 'normal',
    headers: [],
    properties: [],
    internetMessageId: `<${reference}@${domain}>`,
    createdAt: at,
    changedAt: at,
    sentAt: at,
    deliveredTo: [],
  };
}

/** A decider answers in Outlook. */
async function reply({ decider, reference }: Asked, answers: SandboxMail, text: string): Promise<Written> {
  const messageId = `<${randomUUID()}@${addressDomain(decider.email)}>`;
  const id = newMailId();
  const letter = {
    id,
    language: decider.language,
    from: { name: `${decider.firstName} ${decider.lastName}`, address: decider.email },
    to: [{ name: 'Usher', address: addressed(reference).to }],
    subject: `Re: ${answers.subject}`,
    text,
    answers,
    forged: false,
  };
  const { mime } = await mimeOfLetter(letter, { messageId, date: DateTime.now().toJSDate() });
  return { id, from: decider.email, messageId, mime: await signed(mime, addressDomain(decider.email)) };
}

/** @param signedBy whose domain signs; nobody's when left out. */
async function write(
  options: { from: string; subject: string; text: string; to?: string; inReplyTo?: string },
  signedBy?: string,
): Promise<Written> {
  const messageId = `<${randomUUID()}@mail.example>`;
  const mime = await new MailComposer({ to: mailbox, ...options, messageId }).compile().build();
  return {
    id: newMailId(),
    from: options.from,
    messageId,
    mime: signedBy === undefined ? mime : await signed(mime, addressDomain(signedBy)),
  };
}

function addressed(reference: string) {
  const [local, domain] = mailbox.split('@');
  const id = `<${reference}@${domain}>`;
  return { to: `${local}+${reference}@${domain}`, inReplyTo: id, references: id };
}

/** RFC 3464. */
function bounce(recipient: string, reference: string): MixedMail {
  const lines = [
    'From: MAILER-DAEMON@mx.example',
    `To: ${mailbox}`,
    `Message-ID: <${randomUUID()}@mx.example>`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${reference}@${addressDomain(mailbox)}>`,
    `From: ${mailbox}`,
    `To: ${recipient}`,
    'Subject: Invitation',
    '',
    '--b--',
    '',
  ];
  const mime = Buffer.from(lines.join('\r\n'));
  return { id: newMailId(), what: 'bounce', from: 'mailer-daemon@mx.example', mime, kind: 'bounce' };
}

/** Beyond the limits, or with nobody in From. */
function garbage(index: number): MixedMail {
  const made = { id: newMailId(), what: 'garbage', from: 'junk@forger.example' } as const;
  if (index % 2 === 0) {
    const headers = Array.from({ length: 1_200 }, (_, line) => `X-Line-${line}: ${index}`);
    const lines = [`From: ${made.from}`, `To: ${mailbox}`, ...headers, '', 'approve', ''];
    return { ...made, mime: Buffer.from(lines.join('\r\n')), kind: 'unreadable' };
  }
  const bytes = Buffer.from(Array.from({ length: 2_000 }, (_, at) => (at * 7919 + index * 104_729) % 251));
  return { ...made, mime: bytes, kind: 'unproven' };
}
