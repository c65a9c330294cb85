import assert from 'node:assert/strict';
import type { MailRead } from '../../../../mail/incoming/mailRead.ts';
import { html, mailbox, multipart, plain, read } from './mime.ts';

const reference = `ref-${'0a1b2c3d4e'.repeat(4)}`;
const messageId = `<${reference}@businesscenter.example>`;
const returned = `Message-ID: ${messageId}
From: Usher <${mailbox}>
To: giulia.romano@contoso.com
Reply-To: usher+${reference}@businesscenter.example
Subject: Invitation`;

const daemon = {
  From: 'MAILER-DAEMON@mx.contoso.com (Mail Delivery System)',
  'Return-Path': '<>',
  Subject: 'Undelivered Mail Returned to Sender',
};
const outlook = { From: 'Microsoft Outlook <postmaster@contoso.com>', 'Return-Path': '<>' };

const report = (headers: Record<string, string>, fields: string, words = 'Sorry.'): Buffer =>
  multipart(
    'multipart/report; report-type=delivery-status',
    [
      ['text/plain; charset=utf-8', words],
      ['message/delivery-status', `Reporting-MTA: dns; mx.contoso.com\n\n${fields}`],
      ['text/rfc822-headers', returned],
    ],
    headers,
  );

interface Case {
  what: string;
  mail: Buffer;
  says: Partial<NonNullable<MailRead['bounce']>['recipients'][number]>;
  /** Words of the reason. */
  reason: RegExp;
}

const cases: Case[] = [
  {
    what: 'Postfix',
    mail: report(
      daemon,
      'Final-Recipient: rfc822; giulia.romano@contoso.com\nOriginal-Recipient: rfc822;Giulia.Romano@contoso.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n in virtual mailbox table',
    ),
    says: { address: 'giulia.romano@contoso.com', action: 'failed', permanent: true, status: '5.1.1' },
    reason: /^550 5\.1\.1 User unknown in virtual mailbox table$/,
  },
  {
    what: 'Postfix, still trying',
    mail: report(
      { ...daemon, Subject: 'Delayed Mail (still being retried)' },
      'Final-Recipient: rfc822; giulia.romano@contoso.com\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: X-Postfix; connect to mx: Connection timed out',
    ),
    says: { address: 'giulia.romano@contoso.com', action: 'delayed', permanent: false, status: '4.4.1' },
    reason: /Connection timed out/,
  },
  {
    what: 'Exchange, given up after days of trying',
    mail: report(
      { ...outlook, Subject: 'Undeliverable: Invitation' },
      'Final-Recipient: rfc822; giulia.romano@contoso.com\nAction: failed\nStatus: 4.4.7\nDiagnostic-Code: smtp;550 4.4.7 QUEUE.Expired; message expired',
    ),
    says: { action: 'failed', permanent: false, status: '4.4.7' },
    reason: /QUEUE\.Expired/,
  },
  {
    what: 'Exchange in Italian, as HTML only',
    mail: html(
      `<p><b>Non è stato possibile recapitare il messaggio ai destinatari o gruppi seguenti:</b></p><p><a href="mailto:giulia.romano@contoso.com">giulia.romano@contoso.com</a></p><p>L'indirizzo di posta elettronica immesso non è stato trovato.</p><p>Informazioni diagnostiche per gli amministratori:</p><p>#550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found ##</p><p>Intestazioni originali del messaggio:</p><pre>${returned.replaceAll('<', '&lt;')}</pre>`,
      '',
      { ...outlook, Subject: 'Non recapitabile: Invito al Business Center' },
    ),
    says: { address: 'giulia.romano@contoso.com', action: 'failed', permanent: true, status: '5.1.10' },
    reason: /5\.1\.10 RESOLVER\.ADR\.RecipientNotFound/,
  },
  {
    what: 'qmail',
    mail: plain(
      `Hi. This is the qmail-send program at contoso.com.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<giulia.romano@contoso.com>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n${returned}\n\nHello`,
      { ...daemon, Subject: 'failure notice' },
    ),
    says: { address: 'giulia.romano@contoso.com', action: 'failed', permanent: true, status: '5.1.1' },
    reason: /no mailbox here by that name/,
  },
  {
    what: 'Exim',
    mail: plain(
      `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  giulia.romano@contoso.com\n    SMTP error from remote mail server after RCPT TO:<giulia.romano@contoso.com>:\n    host mx.contoso.com [192.0.2.1]: 552 5.2.2 Mailbox full\n\n------ This is a copy of the message, including all the headers. ------\n\n${returned}\n`,
      {
        From: 'Mail Delivery System <Mailer-Daemon@relay.example.org>',
        Subject: 'Mail delivery failed: returning message to sender',
        'X-Failed-Recipients': 'giulia.romano@contoso.com',
      },
    ),
    says: { address: 'giulia.romano@contoso.com', permanent: true, status: '5.2.2' },
    reason: /Mailbox full/,
  },
  {
    what: 'Exim, still trying',
    mail: plain(
      `A message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue.\n\nThe address to which the message has not yet been delivered is:\n\n  giulia.romano@contoso.com\n\n${returned}`,
      { ...daemon, Subject: 'Warning: message 1abc delayed 24 hours' },
    ),
    says: { address: 'giulia.romano@contoso.com', action: 'delayed', permanent: false },
    reason: /not yet been delivered/,
  },
  {
    what: 'a server whose words name nobody',
    mail: plain(`Undeliverable. Mailbox unavailable.\n\n--- The original message follows ---\n\n${returned}`, daemon),
    says: { address: 'giulia.romano@contoso.com', action: 'failed' },
    reason: /Undeliverable/,
  },
  {
    what: 'a server that passed it on to another address',
    mail: report(
      daemon,
      'Original-Recipient: rfc822;Giulia.Romano@contoso.com\nFinal-Recipient: rfc822; giulia@old.contoso.com\nAction: failed\nStatus: 5.1.1',
    ),
    says: { address: 'giulia.romano@contoso.com', action: 'failed' },
    reason: /5\.1\.1/,
  },
  {
    what: 'a server that says no action',
    mail: report(daemon, 'Final-Recipient: rfc822; giulia.romano@contoso.com\nStatus: 5.2.1'),
    says: { address: 'giulia.romano@contoso.com', action: 'failed', status: '5.2.1' },
    reason: /5\.2\.1/,
  },
  {
    what: 'a server that hides the status in what it was told',
    mail: report(
      daemon,
      'Final-Recipient: rfc822; giulia.romano@contoso.com\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 452 4.2.2 Mailbox full',
    ),
    says: { action: 'failed', permanent: false, status: '4.2.2' },
    reason: /Mailbox full/,
  },
  {
    what: 'a server that had trouble for a while, and has given up',
    mail: plain(
      `<giulia.romano@contoso.com>:\nConnection temporarily refused. I'm not going to try again; this message has been in the queue too long.\n\n--- Below this line is a copy of the message.\n\n${returned}`,
      daemon,
    ),
    says: { address: 'giulia.romano@contoso.com', action: 'failed' },
    reason: /temporarily refused/,
  },
  {
    what: 'a server that names its sender, too',
    mail: plain(
      `The message that you sent as ${mailbox} could not be delivered.\n\n<giulia.romano@contoso.com>: user unknown\n\n--- The original message follows ---\n\n${returned}`,
      daemon,
    ),
    says: { address: 'giulia.romano@contoso.com', action: 'failed' },
    reason: /user unknown/,
  },
  {
    what: 'a server that says in a header whom it did not reach',
    mail: plain(
      `Message to giulia.romano@contoso.com could not be delivered: mailbox full.\nQuestions? Send a mail to help@contoso.com.\n\n--- The original message follows ---\n\n${returned}`,
      { ...daemon, 'X-Failed-Recipients': 'giulia.romano@contoso.com' },
    ),
    says: { address: 'giulia.romano@contoso.com', action: 'failed' },
    reason: /mailbox full/,
  },
];

describe('a bounce', () => {
  for (const { what, mail, says, reason } of cases) {
    it(`of ${what}`, async () => {
      const { bounce, automatic, replyReferences, newText } = await read(mail);
      const [recipient] = bounce?.recipients ?? [];
      assert.deepEqual({ ...recipient, ...says }, recipient);
      assert.match(recipient?.reason ?? '', reason);
      assert.equal(bounce?.recipients.length, 1);
      assert.equal(bounce?.messageId, messageId);
      assert.deepEqual(replyReferences, [reference]);
      assert.equal(automatic?.reason, 'systemSender');
      assert.equal(newText, '');
    });
  }

  it('tells of each recipient', async () => {
    const { bounce } = await read(
      report(
        daemon,
        'Final-Recipient: rfc822; a@contoso.com\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; b@contoso.com\nAction: delivered\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; c@contoso.com\nAction: delayed\nStatus: 4.0.0',
      ),
    );
    assert.deepEqual(
      bounce?.recipients.map(({ address, action }) => `${address} ${action}`),
      ['a@contoso.com failed', 'c@contoso.com delayed'],
    );
  });

  it('tells of each recipient where no line is left between them, and of none that was reached', async () => {
    const { bounce } = await read(
      report(
        daemon,
        'Final-Recipient: rfc822; a@contoso.com\nAction: failed\nStatus: 5.1.1\nFinal-Recipient: rfc822; b@contoso.com\nAction: relayed\nFinal-Recipient: rfc822; c@contoso.com\nStatus: 2.0.0\nFinal-Recipient: rfc822; d@contoso.com\nAction: failed\nStatus: 5.1.1',
      ),
    );
    assert.deepEqual(
      bounce?.recipients.map(({ address }) => address),
      ['a@contoso.com', 'd@contoso.com'],
    );
  });

  for (const [what, headers] of Object.entries({
    'that names in a header whom it did not reach': { 'X-Failed-Recipients': 'giulia.romano@contoso.com' },
    'that Exchange calls one': { 'X-MS-Exchange-Message-Is-Ndr': '' },
  })) {
    it(`is a mail ${what}, whoever has sent it`, async () => {
      const words = `Your message to giulia.romano@contoso.com could not be delivered.\n\n${returned}`;
      const { bounce } = await read(
        plain(words, { From: 'relay@example.org', Subject: 'Delivery failure', ...headers }),
      );
      assert.equal(bounce?.recipients[0]?.address, 'giulia.romano@contoso.com');
    });
  }

  for (const [what, mail] of Object.entries({
    'tells that a mail has arrived': report(
      { ...daemon, Subject: 'Delivery Status Notification (Success)' },
      'Final-Recipient: rfc822; giulia.romano@contoso.com\nAction: delivered\nStatus: 2.0.0',
      'Your message was successfully delivered to giulia.romano@contoso.com.',
    ),
    'says something else': plain('Your mailbox usher@businesscenter.example is nearly full.', {
      ...daemon,
      Subject: 'Quota',
    }),
  })) {
    it(`is none when a mail system ${what}`, async () => {
      const { bounce, automatic } = await read(mail);
      assert.equal(bounce, undefined);
      assert.notEqual(automatic, undefined);
    });
  }

  it('gives away nothing secret in its reason', async () => {
    const { bounce } = await read(
      report(
        daemon,
        `Final-Recipient: rfc822; a@contoso.com\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 550 spam: http://x/invitation/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE from ${reference}`,
      ),
    );
    const reason = bounce?.recipients[0]?.reason ?? '';
    assert.ok(reason.startsWith('550 spam'));
    assert.doesNotMatch(reason, new RegExp(`AbCdEf|${reference}`));
  });

  for (const [what, mail] of Object.entries({
    'passes one on as a text': plain(
      'Look at this:\n\n> Delivery to the following recipient failed permanently:\n> giulia.romano@contoso.com\n> 550 5.1.1 User unknown',
      { Subject: 'Fwd: Delivery Status Notification (Failure)' },
    ),
    'passes one on as a file': multipart(
      'multipart/mixed',
      [
        ['text/plain', 'What does this mean?'],
        [
          'message/rfc822',
          report(daemon, 'Final-Recipient: rfc822; a@contoso.com\nAction: failed\nStatus: 5.1.1')
            .toString()
            .replaceAll('sep', 'inner'),
        ],
      ],
      { Subject: 'Undeliverable: Invitation' },
    ),
    'passes its report on as a file': multipart(
      'multipart/mixed',
      [
        ['text/plain', 'What does this mean?'],
        ['message/delivery-status', 'Final-Recipient: rfc822; a@contoso.com\nAction: failed\nStatus: 5.1.1'],
      ],
      { Subject: 'I: Non recapitabile: Invito' },
    ),
    'writes about one': plain('My mail to giulia.romano@contoso.com could not be delivered: 550 user unknown.', {
      Subject: 'Mail delivery failed',
    }),
  })) {
    it(`is not what a person sends who ${what}`, async () => {
      const { bounce, automatic, newText } = await read(mail);
      assert.equal(bounce, undefined);
      assert.equal(automatic, undefined);
      assert.notEqual(newText, '');
    });
  }
});
