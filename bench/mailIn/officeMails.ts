import { DateTime } from 'luxon';
import MailComposer from 'nodemailer/lib/mail-composer';
import type Mail from 'nodemailer/lib/mailer';
import { addressDomain } from '../../onboarding/addressDomain.ts';
import { signed } from '../../sandbox/mailbox/signing/signed.ts';
import { quotation } from '../../sandbox/mailbox/writing/quotation.ts';
import type { Asked, MailWorld } from '../mails/mailWorld.ts';
import { mailbox, mailOfOurs } from '../mails/mixedMails.ts';
import { seededRandom } from '../mails/seededRandom.ts';
import { exchangeHeaders } from './exchangeHeaders.ts';
import { wordStyles } from './wordStyles.ts';

/** A mail as it lies in Usher's mailbox. */
export interface OfficeMail {
  what: 'decision' | 'request' | 'bounce' | 'automatic';
  mime: Buffer;
}

/** Of each twenty mails. */
export const shares = { decision: 8, request: 6, bounce: 2, automatic: 4 } as const;

const decisions = [
  'approvo',
  'Hi Usher,\n\nyes, please go ahead.\n\nThanks',
  'Buongiorno,\n\nsì, va bene, procedi pure.\n\nGrazie e buona giornata',
  'Not approved, she has left the company.',
  'No, non approvo.\n\nCordiali saluti',
  'ok, ma solo come visualizzatore report',
];
const requests = [
  'Buongiorno,\n\nchi è il mio amministratore?\n\nGrazie',
  'Hello,\n\nwho is my administrator? I started here on Monday and cannot get into the Business Center.\n\nBest regards',
  'Vorrei vedere i miei ruoli, per favore.',
  'Hi,\n\nwhich roles do I have?\n\nThank you',
];
const notices = [
  'Grazie per il messaggio. Sono fuori ufficio fino al 7 gennaio, con accesso limitato alla posta.',
  'I am out of the office until January 7th and will answer when I am back.',
];

/** So many bytes of a logo in the signature, and of a file that somebody attached. */
const logoSize = 14_000;
const fileSize = 110_000;

/**
 * Writes mails as Outlook and Exchange Online do: twelve kilobytes of transport headers, text and HTML with Word's
 * styles, the answered mail quoted in full, two signatures of three with a logo as an inline image, one request of ten
 * with a file. Signed by the sender's domain, by so many writers that none of them is put off.
 *
 * @param bare the same words and quotes, without transport headers, styles, images and files.
 * @param size a multiple of twenty; `world` must have as many requests and invitations as there are decisions and
 *   bounces among them.
 */
export async function officeMails({ asked, invited }: MailWorld, size: number, bare: boolean): Promise<OfficeMail[]> {
  const random = seededRandom(bare ? 20261126 : 20261125);
  const bytes = (count: number) => Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)));
  const logo = bytes(logoSize);
  const file = bytes(fileSize);
  const styles = bare ? '' : wordStyles;
  const mails: OfficeMail[] = [];
  const at = (what: OfficeMail['what'], round: number, place: number) => round * shares[what] + place;
  for (let round = 0; round < size / 20; round += 1) {
    for (let place = 0; place < shares.decision; place += 1) {
      const index = at('decision', round, place);
      mails.push({ what: 'decision', mime: await decision(asked[index] as Asked, index) });
    }
    for (let place = 0; place < shares.request; place += 1) {
      mails.push({ what: 'request', mime: await request(at('request', round, place)) });
    }
    for (let place = 0; place < shares.bounce; place += 1) {
      const one = invited[at('bounce', round, place)] as MailWorld['invited'][number];
      mails.push({ what: 'bounce', mime: await bounce(one) });
    }
    for (let place = 0; place < shares.automatic; place += 1) {
      const index = at('automatic', round, place);
      mails.push({ what: 'automatic', mime: await notice(asked[index] as Asked, index) });
    }
  }
  return mails;

  async function decision(one: Asked, index: number): Promise<Buffer> {
    const ours = await mailOfOurs(one);
    const { decider, reference } = one;
    return await outlook(
      {
        from: { name: `${decider.firstName} ${decider.lastName}`, address: decider.email },
        to: replyAddress(reference),
        subject: `Re: ${ours.subject}`,
        inReplyTo: ours.internetMessageId,
        references: ours.internetMessageId,
      },
      decisions[index % decisions.length] as string,
      { quoted: quotation(ours, decider.language), logo: index % 3 !== 0 },
    );
  }

  async function request(index: number): Promise<Buffer> {
    const address = `writer${index}.${bare ? 'bare' : 'full'}@fabrikam.com`;
    return await outlook(
      { from: { name: `Writer ${index}`, address }, to: mailbox, subject: 'Business Center' },
      requests[index % requests.length] as string,
      { logo: index % 3 !== 0, file: index % 10 === 0 },
    );
  }

  async function notice({ decider, reference }: Asked, index: number): Promise<Buffer> {
    return await outlook(
      {
        from: { name: `${decider.firstName} ${decider.lastName}`, address: decider.email },
        to: replyAddress(reference),
        subject: 'Automatic reply: Business Center',
        inReplyTo: `<${reference}@${addressDomain(mailbox)}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      },
      notices[index % notices.length] as string,
      { logo: index % 3 !== 0 },
    );
  }

  async function outlook(
    options: Mail.Options & { from: { name: string; address: string } },
    words: string,
    { quoted, ...has }: { quoted?: { text: string; html: string }; logo?: boolean; file?: boolean },
  ): Promise<Buffer> {
    const { from } = options;
    const domain = addressDomain(from.address);
    const messageId = `<${bytes(16).toString('hex')}@${domain}>`;
    const paragraph = (line: string) =>
      `<p class="MsoNormal"><span style="font-size:11.0pt;mso-fareast-language:EN-US">${line || '&nbsp;'}<o:p></o:p></span></p>\r\n`;
    const signature = [from.name, 'Purchasing', 'Via Monte Rosa 91, 20149 Milano', '+39 02 5555 0100', `www.${domain}`];
    const html = [
      '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">',
      `<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="Microsoft Word 15 (filtered medium)">${styles}</head>`,
      '<body lang="IT" link="#0563C1" vlink="#954F72" style="word-wrap:break-word"><div class="WordSection1">',
      words.split('\n').map(paragraph).join(''),
      paragraph(''),
      signature.map(paragraph).join(''),
      has.logo && !bare
        ? '<p class="MsoNormal"><img width="180" height="52" id="Logo" src="cid:logo@signature"><o:p></o:p></p>'
        : '',
      quoted?.html ?? '',
      '</div></body></html>',
    ].join('\r\n');
    const text = [words, '', ...signature, ...(has.logo ? ['[Logo]'] : []), '', quoted?.text ?? ''].join('\n');
    const mime = await new MailComposer({
      ...options,
      messageId,
      date: DateTime.now().toJSDate(),
      text,
      html,
      textEncoding: 'quoted-printable',
      attachments: [
        ...(has.logo && !bare ? [{ filename: 'image001.png', content: logo, cid: 'logo@signature' }] : []),
        ...(has.file && !bare ? [{ filename: 'agreement.pdf', content: file }] : []),
      ],
    })
      .compile()
      .build();
    return delivered(await signed(mime, domain), domain);
  }

  /** RFC 3464, with the mail that came back, as Exchange Online returns it. */
  async function bounce({ email, reference }: MailWorld['invited'][number]): Promise<Buffer> {
    const domain = addressDomain(mailbox);
    const returned = await new MailComposer({
      from: mailbox,
      to: email,
      subject: 'Invitation to the Business Center',
      messageId: `<${reference}@${domain}>`,
      html: `<html><head>${styles}</head><body><p>You are invited.</p></body></html>`,
    })
      .compile()
      .build();
    const lines = [
      `From: Microsoft Outlook <postmaster@${domain}>`,
      `To: ${mailbox}`,
      `Message-ID: <${bytes(16).toString('hex')}@${domain}>`,
      `In-Reply-To: <${reference}@${domain}>`,
      'Subject: Undeliverable: Invitation to the Business Center',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="outer"',
      '',
      '--outer',
      'Content-Type: multipart/alternative; boundary="inner"',
      '',
      '--inner',
      'Content-Type: text/plain; charset="utf-8"',
      '',
      `Your message to ${email} couldn't be delivered. The address was not found.`,
      '--inner',
      'Content-Type: text/html; charset="utf-8"',
      '',
      `<html><head>${styles.replaceAll('\n', '\r\n')}</head><body><p>Your message to ${email} couldn't be delivered.</p></body></html>`,
      '--inner--',
      '--outer',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      `Final-Recipient: rfc822; ${email}`,
      'Action: failed',
      'Status: 5.1.10',
      'Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      '',
      '--outer',
      'Content-Type: message/rfc822',
      '',
      returned.toString('latin1'),
      '--outer--',
      '',
    ];
    return delivered(Buffer.from(lines.join('\r\n'), 'latin1'), domain);
  }

  function delivered(mime: Buffer, domain: string): Buffer {
    return bare ? mime : Buffer.concat([Buffer.from(exchangeHeaders(domain, bytes), 'latin1'), mime]);
  }
}

function replyAddress(reference: string): string {
  const [local, domain] = mailbox.split('@');
  return `${local}+${reference}@${domain}`;
}
