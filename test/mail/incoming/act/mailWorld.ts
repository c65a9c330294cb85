import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type Mail from 'nodemailer/lib/mailer';
import { createWalks } from '../../../../dialogs/root.ts';
import { createUnderstanding } from '../../../../language/understand.ts';
import { type Acting, type ActingOptions, startActing } from '../../../../mail/incoming/act/actOnMails.ts';
import { examineMail } from '../../../../mail/incoming/examine/examineMail.ts';
import { renderMail } from '../../../../mail/render.ts';
import { IncomingMail, type IncomingMailKind } from '../../../../models/incomingMail.ts';
import { IncomingSource } from '../../../../models/incomingSource.ts';
import { OutgoingMail } from '../../../../models/outgoingMail.ts';
import type { Actor } from '../../../../onboarding/actor.ts';
import { replyReference } from '../../../../onboarding/replyReference.ts';
import { type Scene, scene } from '../../../onboarding/scene.ts';

/** Usher's mailbox. */
export const mailbox = 'usher@businesscenter.example';
const limits = { bytes: 1_000_000, parts: 50, nesting: 10, headers: 500, addresses: 100 };

/** How a mail's sender is known, as the receiving server says. */
export type Proof = 'dkim' | 'spf' | 'none' | 'failed' | 'foreign';

const results: Record<Proof, (domain: string) => string | undefined> = {
  dkim: (domain) => `mx.test; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
  spf: (domain) => `mx.test; spf=pass smtp.mailfrom=${domain}; dkim=none; dmarc=pass header.from=${domain}`,
  failed: (domain) => `mx.test; dkim=fail header.d=${domain}; spf=fail; dmarc=fail header.from=${domain}`,
  foreign: (domain) => `mx.test; dkim=pass header.d=stranger.example; dmarc=fail header.from=${domain}`,
  none: () => undefined,
};

/** The mail side of Usher over a real store: mails come in, are dealt with, and what goes out can be answered. */
export interface MailWorld extends Scene {
  /** Where each mail was filed, by id. */
  filed: Map<string, IncomingMailKind>;
  /** Somebody writes; resolves when it is dealt with. @returns the mail as it is remembered. */
  writes(
    from: Pick<Actor, 'email'>,
    mail: Partial<Mail.Options>,
    how?: { proof?: Proof; id?: string },
  ): Promise<IncomingMail>;
  /** Somebody replies to a mail of ours. */
  replies(
    to: OutgoingMail,
    text: string,
    how?: { from?: Pick<Actor, 'email'>; proof?: Proof; id?: string; more?: Partial<Mail.Options> },
  ): Promise<IncomingMail>;
  /** A mail as it stands on the wire comes in. */
  arrives(mime: Buffer, id?: string): Promise<IncomingMail>;
  /** Everything that stands in the outbox is sent. @returns the mails to a person, the newest last. */
  sentTo(email: string): Promise<OutgoingMail[]>;
  /** The text of a mail of ours, as its reader sees it. */
  words(mail: OutgoingMail): Promise<string>;
  /** How many mails of ours answer one that came in. */
  answers(): Promise<number>;
  examine: ActingOptions['examine'];
  /** @param more other than usual. */
  acting(more?: Partial<ActingOptions>): Acting;
}

/** Declares the hooks of a describe block in which mails come in. */
export function mailWorld(): MailWorld {
  const here = scene() as MailWorld;
  const { understand } = createUnderstanding();
  here.filed = new Map();
  here.examine = (mime) =>
    examineMail(mime, { limits, mailbox, authentication: 'mx.test', resolveTxt: async () => [], understand });

  here.acting = (more) =>
    startActing({
      house: here.house,
      walks: createWalks({ house: here.house, understand, publicUrl: 'http://127.0.0.1:3978' }),
      examine: here.examine,
      log: here.house.log,
      alone: true,
      file: async (id, kind) => {
        here.filed.set(id, kind);
      },
      ...more,
    });
  here.arrives = async (mime, id: string = randomUUID()) => {
    const at = new Date();
    await IncomingSource.updateOne({ _id: id }, { $setOnInsert: { mime } }, { upsert: true });
    await IncomingMail.updateOne(
      { _id: id },
      { $setOnInsert: { state: 'recorded', receivedAt: at, attempts: 0, dueAt: new Date(0) } },
      { upsert: true },
    );
    const acting = here.acting();
    await acting.drain();
    await acting.stop();
    await here.house.work();
    return (await IncomingMail.findById(id).lean()) ?? assert.fail('the mail is gone');
  };
  here.writes = async ({ email }, mail, { proof = 'dkim', id } = {}) => {
    const said = results[proof](email.split('@')[1] as string);
    const mime = await new MailComposer({
      from: email,
      to: mailbox,
      messageId: `<${randomUUID()}@mail.example>`,
      ...mail,
    })
      .compile()
      .build();
    return here.arrives(
      Buffer.concat([Buffer.from(said === undefined ? '' : `Authentication-Results: ${said}\r\n`), mime]),
      id,
    );
  };
  here.replies = async (to, text, { from = to.to, more = {}, ...how } = {}) => {
    const reference = replyReference(here.house.linkSecret, to._id);
    const [local, domain] = mailbox.split('@');
    return here.writes(
      from,
      {
        to: `${local}+${reference}@${domain}`,
        inReplyTo: `<${reference}@${domain}>`,
        references: `<${reference}@${domain}>`,
        subject: `Re: ${(await rendered(to)).subject}`,
        text,
        ...more,
      },
      how,
    );
  };
  here.sentTo = async (email) => {
    await OutgoingMail.updateMany(
      { state: 'waiting' },
      { $set: { state: 'sent', sentAt: new Date() }, $unset: { dueAt: 1 } },
    );
    return OutgoingMail.find({ 'to.email': email }).sort({ createdAt: 1, _id: 1 }).lean();
  };
  const rendered = ({ notice, to, answers }: OutgoingMail) =>
    renderMail(notice, to, { mailbox, link: 'http://127.0.0.1:3978/invitation/secret', ...(answers && { answers }) });
  here.words = async (mail) => (await rendered(mail)).text.replace(/\s+/g, ' ');
  here.answers = () => OutgoingMail.countDocuments({ 'notice.kind': 'mailAnswer' });
  return here;
}
