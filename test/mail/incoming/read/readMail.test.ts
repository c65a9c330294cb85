import assert from 'node:assert/strict';
import type { AutomaticReason } from '../../../../mail/incoming/mailRead.ts';
import { html, mailbox, mime, multipart, plain, read } from './mime.ts';

const reference = `ref-${'0123456789'.repeat(4)}`;
const other = `ref-${'abcdef0123'.repeat(4)}`;

describe('a mail that comes in', () => {
  it('says who wrote it, to whom, when, and what it answers', async () => {
    const mail = await read(
      plain('Ok', {
        From: '=?utf-8?Q?Fran=C3=A7ois?= Ferri <Marco.FERRI@Contoso.com>',
        To: `Usher <usher+${reference}@businesscenter.example>, "Rossi, Maria" <maria.rossi@fabrikam.com>`,
        Cc: 'Approvers: lena.vogel@contoso.com, Omar <omar.haddad@contoso.com>;',
        Subject: '=?utf-8?B?UmU6IHBlcmNow6k=?=\r\n =?utf-8?Q?_no?=',
        'In-Reply-To': `<${reference}@businesscenter.example>`,
        References: `<${other}@businesscenter.example>\r\n <${reference}@businesscenter.example>`,
      }),
    );
    assert.deepEqual(mail.from, [{ name: 'François Ferri', address: 'marco.ferri@contoso.com' }]);
    assert.deepEqual(
      mail.to.map(({ address }) => address),
      [`usher+${reference}@businesscenter.example`, 'maria.rossi@fabrikam.com'],
    );
    assert.deepEqual(
      mail.cc.map(({ address }) => address),
      ['lena.vogel@contoso.com', 'omar.haddad@contoso.com'],
    );
    assert.equal(mail.subject, 'Re: perché no');
    assert.equal(mail.date?.toISOString(), '2026-11-24T09:12:00.000Z');
    assert.equal(mail.messageId, '<answer-1@contoso.com>');
    assert.deepEqual(mail.inReplyTo, [`<${reference}@businesscenter.example>`]);
    assert.deepEqual(mail.replyReferences, [reference, other]);
    assert.equal(mail.automatic, undefined);
    assert.equal(mail.bounce, undefined);
  });

  it('has no date where it says none that makes sense', async () => {
    for (const said of [undefined, 'yesterday', '']) {
      assert.equal((await read(plain('Ok', { Date: said }))).date, undefined);
    }
  });

  it('has everybody who stands in From, also in a second one', async () => {
    const twice = await read(plain('Ok', { From: 'a@contoso.com', FROM: 'b@contoso.com' }));
    assert.equal(twice.from.length, 2);
    const two = await read(plain('Ok', { From: 'Marco <a@contoso.com>, b@contoso.com' }));
    assert.equal(two.from.length, 2);
  });

  for (const [what, From] of [
    ['encoded', '=?utf-8?Q?marco.ferri=40contoso.com?='],
    ['encoded within angle brackets', 'Marco <=?utf-8?Q?marco.ferri=40contoso.com?=>'],
    ['in the name only', '"marco.ferri@contoso.com" <>'],
    ['absent', undefined],
  ] as const) {
    it(`takes no address from a From where it is ${what}`, async () => {
      assert.deepEqual((await read(plain('Ok', { From }))).from, []);
    });
  }

  it('takes the address, not what stands in the name', async () => {
    const { from } = await read(plain('Ok', { From: '"marco.ferri@contoso.com" <eve@example.org>' }));
    assert.deepEqual(
      from.map(({ address }) => address),
      ['eve@example.org'],
    );
  });

  it('shows a subject on one line, without what turns the reading direction round', async () => {
    const { subject } = await read(plain('Ok', { Subject: '=?utf-8?B?YQpiOiBjwq0g4oCuZA==?=' }));
    assert.doesNotMatch(subject, /[\n\u202e]/);
  });

  it('reads bytes in another charset, in none, and null bytes', async () => {
    const latin = Buffer.concat([
      mime({ 'Content-Type': 'text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding': '8bit' }, ''),
      Buffer.from('Sì, perché no\0', 'latin1'),
    ]);
    assert.equal((await read(latin)).newText, 'Sì, perché no\n');
    const unknown = Buffer.concat([
      mime({ 'Content-Type': 'text/plain; charset=x-nonsense', 'Content-Transfer-Encoding': '8bit' }, ''),
      Buffer.from('ok, perché no'),
    ]);
    assert.equal((await read(unknown)).newText, 'ok, perché no\n');
  });

  it('lists its attachments', async () => {
    const { attachments } = await read(
      multipart('multipart/mixed', [
        ['text/plain', 'See the file'],
        [
          'application/pdf; name="../../con\u0000tract.pdf"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64',
          'QUJDRA==',
        ],
      ]),
    );
    assert.deepEqual(attachments, [{ name: '../../con tract.pdf', type: 'application/pdf', size: 4 }]);
  });

  it('keeps no more of a text than is kept', async () => {
    const { text, newText } = await read(plain('approve this please\n'.repeat(20_000)));
    assert.ok(text.length <= 100_001 && newText.length <= 20_001);
  });
});

const report = (type: string, part: string): Buffer =>
  multipart(`multipart/report; report-type=${type}`, [
    ['text/plain', 'Your message was read.'],
    [`message/${type}`, part],
  ]);

const automatic: Record<string, { reason: AutomaticReason; mail: Buffer }> = {
  'an absent person’s notice by RFC 3834': {
    reason: 'autoReply',
    mail: plain('Sono in ferie', { 'Auto-Submitted': 'auto-replied' }),
  },
  'a generated mail': {
    reason: 'systemSender',
    mail: plain('Backup done', { 'Auto-Submitted': 'Auto-Generated (x)' }),
  },
  'Outlook’s notice in Italian': {
    reason: 'autoReply',
    mail: plain('Sono fuori', { Subject: 'Risposta automatica: Giulia Romano chiede un invito' }),
  },
  'Outlook’s notice in English': {
    reason: 'autoReply',
    mail: plain('I am out', { Subject: 'Automatic reply: Giulia Romano asks' }),
  },
  'an old Exchange’s notice': { reason: 'autoReply', mail: plain('x', { Subject: 'Fuori sede: Invito' }) },
  'an absent person’s notice that a gateway has marked': {
    reason: 'autoReply',
    mail: plain('x', { Subject: '[EXTERNAL] Assente dall’ufficio' }),
  },
  'an absent person’s notice sent as bulk mail': {
    reason: 'autoReply',
    mail: plain('x', { Subject: 'Out of Office', Precedence: 'bulk' }),
  },
  'a rule of an inbox': {
    reason: 'autoReply',
    mail: plain('x', { 'X-MS-Exchange-Inbox-Rules-Loop': 'marco.ferri@contoso.com' }),
  },
  'bulk mail': { reason: 'bulk', mail: plain('Buy', { Precedence: 'bulk', 'Feedback-ID': '1:2:3' }) },
  'junk of a machine': { reason: 'bulk', mail: plain('x', { Precedence: 'junk', From: 'postmaster@contoso.com' }) },
  'a campaign sent as to a list': { reason: 'bulk', mail: plain('Buy', { Precedence: 'list', 'X-Campaign': 'may' }) },
  'a receipt': {
    reason: 'receipt',
    mail: report('disposition-notification', 'Disposition: manual-action/MDN-sent-manually; displayed'),
  },
  'a feedback report': { reason: 'report', mail: report('feedback-report', 'Feedback-Type: abuse') },
  'a report that it arrived': {
    reason: 'report',
    mail: report(
      'delivery-status',
      'Reporting-MTA: dns; contoso.com\n\nFinal-Recipient: rfc822; a@contoso.com\nAction: delivered\nStatus: 2.0.0',
    ),
  },
  'the answer to an appointment': {
    reason: 'calendar',
    mail: multipart('multipart/alternative', [
      ['text/plain', 'Accepted'],
      ['text/calendar; method=REPLY', 'BEGIN:VCALENDAR'],
    ]),
  },
  'an appointment and nothing else': {
    reason: 'calendar',
    mail: plain('BEGIN:VCALENDAR', { 'Content-Type': 'text/calendar' }),
  },
  'an appointment as Exchange says it': {
    reason: 'calendar',
    mail: plain('When: Monday', { 'Content-Class': 'urn:content-classes:calendarmessage' }),
  },
  'a mail of ours': { reason: 'own', mail: plain('x', { 'X-Usher-Mail': '0123' }) },
  'a mail from our address': { reason: 'own', mail: plain('x', { From: `Usher <${mailbox.toUpperCase()}>` }) },
  'a mail from our address with a tag': { reason: 'own', mail: plain('x', { From: 'usher+x@businesscenter.example' }) },
  'a mail from somebody and us': { reason: 'own', mail: plain('x', { From: `marco.ferri@contoso.com, ${mailbox}` }) },
  'a mail without a return address': { reason: 'systemSender', mail: plain('Hello', { 'Return-Path': '< > (none)' }) },
  'a mail from somebody and a machine': {
    reason: 'systemSender',
    mail: plain('Hello', { From: 'marco.ferri@contoso.com, no-reply@contoso.com' }),
  },
  'a mail of a mail system that has no address': {
    reason: 'systemSender',
    mail: plain('x', { From: 'MAILER-DAEMON' }),
  },
  'a mail from nobody': { reason: 'systemSender', mail: plain('x', { From: '<>' }) },
};

/** What auto-responders put into the headers of their mails. */
const autoReplies = [
  'Precedence: auto_reply',
  'X-Autoreply: yes',
  'X-Autoreply-From: marco.ferri@contoso.com',
  'X-Autorespond: Thanks',
  'X-Autoresponder: 1',
  'X-Auto-Reply-From: marco.ferri@contoso.com',
  'X-Autoresponse: 1',
  'X-Mail-Autoreply: vacation',
  'X-Autogenerated-Reply: 1',
  'X-FC-MachineGenerated: TRUE',
  'X-POST-MessageClass: 9; Autoresponder',
  'Delivered-To: Autoresponder',
  'Preference: auto_reply',
  'X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent',
];

const lists = [
  'List-Id: All <all.contoso.com>',
  'List-Post: <mailto:all@contoso.com>',
  'List-Unsubscribe: <https://example.org/u>',
  'List-Help: <mailto:help@contoso.com>',
  'List-Owner: <mailto:owner@contoso.com>',
  'List-Archive: <https://example.org/a>',
  'List-Subscribe: <https://example.org/s>',
  'Mailing-List: contact all-help@contoso.com',
  'X-Mailman-Version: 2.1',
  'X-BeenThere: all@contoso.com',
  'X-MLServer: fml',
  'X-ML-Name: all',
];

const machines = [
  'MAILER-DAEMON',
  'mailerdaemon',
  'postmaster',
  'root',
  'no-reply',
  'noreply',
  'noreply-billing',
  'do-not-reply',
  'donotreply',
  'non-rispondere',
  'nonrispondere',
  'bounce',
  'bounces',
  'bounce+anna=contoso.com',
  'double-bounce',
  'all-bounces',
  'autoreply',
  'auto-responder',
];

const notices = [
  'Automatic reply: Giulia Romano asks',
  'Autoreply - away',
  'Auto-Response',
  'Out of Office',
  'Out of office autoreply: Giulia Romano asks',
  'OOO: back on Monday',
  'On vacation',
  'Vacation notice: Giulia Romano asks',
  'Risposta automatica',
  'Messaggio automatico: ricevuto',
  'Fuori ufficio - Marco Ferri',
  'Assente per ferie',
  'In ferie: torno lunedì',
  'Automatische Antwort: Giulia Romano bittet',
  'Abwesenheitsnotiz',
  'Réponse automatique : Giulia Romano',
  'Respuesta automática: Giulia Romano',
  'Resposta automática: Giulia Romano',
  'Automatisch antwoord: Giulia Romano',
  'Autosvar: Giulia Romano',
  '自動応答: Giulia Romano',
];

describe('who wrote a mail', () => {
  for (const [what, { reason, mail }] of Object.entries(automatic)) {
    it(`is nobody: ${what}`, async () => assert.deepEqual((await read(mail)).automatic, { reason }));
  }

  const reasons = async (mails: readonly Record<string, string>[]) =>
    (await Promise.all(mails.map((headers) => read(plain('x', headers))))).map(({ automatic }) => automatic?.reason);
  const header = (line: string) => ({ [line.slice(0, line.indexOf(':'))]: line.slice(line.indexOf(':') + 2) });
  const tables: [what: string, reason: AutomaticReason, rows: string[], headers: (row: string) => object][] = [
    ['an auto-responder, by its header', 'autoReply', autoReplies, header],
    ['a mailing list, by its header', 'list', lists, header],
    ['a machine, by its address', 'systemSender', machines, (name) => ({ From: `${name}@contoso.com` })],
    ['an absent person’s notice, by its subject', 'autoReply', notices, (Subject) => ({ Subject })],
  ];
  for (const [what, reason, rows, headers] of tables) {
    it(`is nobody: ${what}`, async () => {
      const found = await reasons(rows.map((row) => headers(row) as Record<string, string>));
      assert.deepEqual(
        rows.filter((_, at) => found[at] !== reason),
        [],
      );
    });
  }

  for (const [what, mail] of Object.entries({
    'somebody whose Outlook asks not to be answered automatically': plain('Ok', { 'X-Auto-Response-Suppress': 'All' }),
    'somebody whose server sets a Precedence': plain('Ok', { Precedence: 'bulk' }),
    'somebody with Auto-Submitted: no': plain('Ok', { 'Auto-Submitted': 'no' }),
    'somebody with a return address': plain('Ok', { 'Return-Path': '<marco.ferri@contoso.com>' }),
    'somebody who answers an absent person’s notice': plain('Ok', { Subject: 'R: Risposta automatica: Invito' }),
    'somebody who writes about automatic replies': plain('Ok', { Subject: 'Automatic reply does not work' }),
    'somebody who writes that they are away': plain('Ok', { Subject: 'In ferie da lunedì, chi approva?' }),
    'somebody whose subject is tagged': plain('Ok', { Subject: '[EXTERNAL] Re: Giulia Romano chiede un invito' }),
    'somebody called as machines are, and more': plain('Ok', { From: 'anna.noreply@contoso.com' }),
    'somebody of another domain who has our name': plain('Ok', { From: 'usher+x@contoso.com' }),
    'somebody whose server adds a list’s Precedence': plain('Ok', { Precedence: 'list' }),
    'somebody who attaches a calendar': multipart('multipart/mixed', [
      ['text/plain', 'Ok'],
      ['text/calendar; name=x.ics\nContent-Disposition: attachment', 'BEGIN:VCALENDAR'],
    ]),
    'somebody who passes one of our mails on': multipart('multipart/mixed', [
      ['text/plain', 'Ok?'],
      ['message/rfc822', 'X-Usher-Mail: 1\nAuto-Submitted: auto-generated\nReturn-Path: <>\nSubject: x\n\nx'],
    ]),
  })) {
    it(`is ${what}`, async () => assert.equal((await read(mail)).automatic, undefined));
  }

  it('is a person whose HTML names things of machines', async () => {
    assert.equal((await read(html('<p>Auto-Submitted: auto-replied</p>'))).automatic, undefined);
  });
});

describe('an attached list', () => {
  const attached = (type: string, body: string) =>
    multipart('multipart/mixed', [
      ['text/plain; charset=utf-8', 'in allegato'],
      [type, body],
    ]);
  const base64 = (text: string) => `${Buffer.from(text, 'latin1').toString('base64')}`;

  it('is read whatever type it is sent as, in the encoding of spreadsheets', async () => {
    const mail = await read(
      attached(
        'application/vnd.ms-excel; name="persone.CSV"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64',
        base64('nicol\xf2.neri@contoso.com;Nicol\xf2;Neri'),
      ),
    );
    assert.deepEqual(mail.list, { name: 'persone.CSV', text: 'nicolò.neri@contoso.com;Nicolò;Neri' });
    assert.equal(mail.newText.trim(), 'in allegato');
  });

  it('is not read where it is too large, or no text', async () => {
    const large = await read(
      attached('text/csv; name="a.csv"\nContent-Disposition: attachment', 'x'.repeat(70).concat('\n').repeat(15_000)),
    );
    assert.deepEqual(large.list, { name: 'a.csv', problem: 'tooLarge' });
    const sheet = await read(
      attached('application/octet-stream; name="a.xlsx"\nContent-Disposition: attachment', 'PK'),
    );
    assert.deepEqual(sheet.list, { name: 'a.xlsx', problem: 'notText' });
    const picture = await read(attached('image/png; name="logo.png"\nContent-Disposition: attachment', 'x'));
    assert.equal(picture.list, undefined);
  });
});
