import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { UnreadableMail } from '../../../../mail/incoming/mailRead.ts';
import { readMail } from '../../../../mail/incoming/read/readMail.ts';
import { html, limits, mailbox, mime, multipart, plain, read } from './mime.ts';

/** `deep` multiparts within each other. */
function nested(deep: number): Buffer {
  let body = '';
  for (let level = 1; level <= deep; level += 1) {
    body += `--b${level - 1}\nContent-Type: multipart/mixed; boundary="b${level}"\n\n`;
  }
  return mime(
    { 'Content-Type': 'multipart/mixed; boundary="b0"' },
    `${body}--b${deep}\nContent-Type: text/plain\n\nOk\n`,
  );
}

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

const refused: Record<string, { mail: Buffer; reason: UnreadableMail['reason'] }> = {
  '5,000 parts within parts': { mail: nested(5_000), reason: 'tooDeep' },
  '21 parts within parts': { mail: nested(21), reason: 'tooDeep' },
  '5,000 parts within parts whose boundaries are written in another way': {
    mail: Buffer.from(nested(5_000).toString().replaceAll('boundary=', 'BOUNDARY*0=')),
    reason: 'tooManyParts',
  },
  '5,000 parts': {
    mail: multipart(
      'multipart/mixed',
      Array.from({ length: 5_000 }, () => ['text/plain', 'x'] as const),
    ),
    reason: 'tooManyParts',
  },
  '100,000 header fields': {
    mail: Buffer.from(`From: marco.ferri@contoso.com\r\n${many(100_000, (index) => `X-${index}: x\r\n`)}\r\nOk`),
    reason: 'tooManyHeaders',
  },
  'header fields without end': {
    mail: plain('Ok', { 'X-Long': many(50_000, () => 'long\r\n ') }),
    reason: 'tooManyHeaders',
  },
  'too many header fields in its parts': {
    mail: multipart(
      'multipart/mixed',
      Array.from({ length: 100 }, () => [`text/plain${many(20, () => '\nX-A: b')}`, 'x'] as const),
    ),
    reason: 'tooManyHeaders',
  },
  '10,000 addresses': { mail: plain('Ok', { Cc: many(10_000, () => 'a@b.c,\r\n ') }), reason: 'tooManyAddresses' },
  'more bytes than are read': { mail: plain('x'.repeat(limits.bytes)), reason: 'tooLarge' },
  'nothing but ten million empty lines': { mail: plain('\n'.repeat(5_000_000)), reason: 'tooLarge' },
};

describe('a hostile mail', () => {
  for (const [what, { mail, reason }] of Object.entries(refused)) {
    it(`is kept unread: ${what}`, async () => {
      const result = await readMail(mail, { limits, mailbox });
      assert.equal(result.outcome, 'unreadable');
      assert.deepEqual(result.outcome === 'unreadable' && [result.reason, result.from[0]?.address], [
        reason,
        'marco.ferri@contoso.com',
      ]);
    });
  }

  it('has its subject shown all the same', async () => {
    const mail = Buffer.from(
      nested(30)
        .toString()
        .replace(/Subject: .*/, 'Subject: =?utf-8?Q?Perch=C3=A9?='),
    );
    const result = await readMail(mail, { limits, mailbox });
    assert.deepEqual(result, {
      outcome: 'unreadable',
      reason: 'tooDeep',
      from: [{ name: 'Marco Ferri', address: 'marco.ferri@contoso.com' }],
      subject: 'Perché',
    });
  });

  it('is read within the limits', async () => {
    assert.equal((await read(nested(19))).newText, 'Ok\n');
    assert.equal((await read(plain('Ok', { Cc: many(400, (index) => `a${index}@b.c,\r\n `) }))).cc.length, 400);
  });

  for (const wrong of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1.5]) {
    for (const name of Object.keys(limits)) {
      it(`does not get in by a limit of ${wrong}: ${name}`, async () => {
        await assert.rejects(readMail(plain('Ok'), { limits: { ...limits, [name]: wrong }, mailbox }), RangeError);
      });
    }
  }

  // What grows faster than its length would not come to an end here; that each of them does is what is tested.
  const million = 1_000_000;
  const hostile: Record<string, Buffer> = {
    'one line of 19 MB': plain('x'.repeat(19 * million)),
    'one line of spaces': plain(' '.repeat(5 * million)),
    'one line of spaces that came back': plain(' '.repeat(5 * million), {
      'Return-Path': '<>',
      Subject: 'Undelivered Mail',
    }),
    'quote signs that came back': plain('>'.repeat(5 * million), { 'Return-Path': '<>', Subject: 'Undelivered Mail' }),
    'quote signs': plain('>'.repeat(5 * million)),
    'quote signs and blanks': plain('> '.repeat(2 * million)),
    'introductions that do not end': plain('On 1 '.repeat(million)),
    'introductions on lines': plain(
      'On 24 Nov 2026 wrote wrote wrote wrote wrote wrote wrote wrote wrote wrote: x:\n'.repeat(100_000),
    ),
    'Dutch introductions': plain('Op schreef\n'.repeat(350)),
    'Norwegian introductions': plain(`${'abc. '.repeat(600)}skrev skrev skrev skrev`),
    'old Gmail introductions': plain(`${'2026-11-24 '.repeat(100_000)}:`),
    'header words': plain('From: To: Da: A: Oggetto:\n'.repeat(200_000)),
    dashes: plain(`${'-'.repeat(million)}original message`),
    stars: plain('*_ '.repeat(million)),
    addresses: plain('a@b.c '.repeat(million), { 'Return-Path': '<>', Subject: 'Undelivered Mail' }),
    'an address of a megabyte': plain(`<${'a.'.repeat(million)}@b.c>:\n`, {
      'Return-Path': '<>',
      Subject: 'Undelivered Mail',
    }),
    'words of a bounce': plain('deliver '.repeat(million), { 'Return-Path': '<>', Subject: 'Undelivered Mail' }),
    'status fields': multipart('multipart/report; report-type=delivery-status', [
      ['message/delivery-status', `Final-Recipient: rfc822;a@b.c\n${' x\n'.repeat(million)}`],
    ]),
    'a returned header without end': multipart(
      'multipart/report; report-type=delivery-status',
      [['message/rfc822', `To: ${'a@b.c,\n '.repeat(200_000)}`]],
      { 'Return-Path': '<>', Subject: 'Undelivered Mail' },
    ),
    'a subject of encoded words': plain('Ok', { Subject: many(8_000, () => '=?utf-8?Q?a?= ') }),
    'half a million elements within each other': html('<b>'.repeat(500_000)),
    'elements within each other, closed where it does not count': html('<b><i title="</b></b>">'.repeat(200_000)),
    'quotes within quotes': html('<blockquote>'.repeat(400)),
    'quotes beside quotes': html('<blockquote>x</blockquote>'.repeat(100_000)),
    'comments that do not end': html('<!--'.repeat(million)),
    'tags that do not end': html('<a '.repeat(million)),
    attributes: html(`<p ${'style="a" '.repeat(500_000)}>x</p>`),
    'a style of a megabyte': html(`<p style="${'display : '.repeat(100_000)}">x</p>`),
    'style sheets of nothing but beginnings': html(
      ['/*', '{', '.a{display:none}', '.a,', '<style>']
        .map((piece) => `<style>${piece.repeat(20_000)}</style>`)
        .join(''),
    ),
    entities: html('&amp;&#x41;'.repeat(500_000)),
    'tables within tables': html('<table><tr><td>'.repeat(100_000)),
    'base64 of one letter': mime(
      { 'Content-Type': 'text/html', 'Content-Transfer-Encoding': 'base64' },
      Buffer.from('<p>'.repeat(4 * million)).toString('base64'),
    ),
    'lines that look like boundaries': multipart('multipart/mixed', [['text/plain', '--sep-\n'.repeat(900_000)]]),
  };
  for (const [what, mail] of Object.entries(hostile)) {
    it(`comes to an end: ${what}`, async () => {
      const result = await readMail(mail, { limits, mailbox });
      if (result.outcome === 'read') assert.ok(result.text.length <= 100_001 && result.newText.length <= 20_001);
    });
  }

  it('is read where the Content-Type of a part is empty', async () => {
    const { text, attachments } = await read(
      multipart('multipart/mixed', [
        ['text/plain', 'Ok'],
        ['', 'x'],
        ['; name=a', 'y'],
      ]),
    );
    assert.equal(text, 'Ok\n');
    assert.deepEqual(attachments, [
      { name: '', type: 'text/plain', size: 1 },
      { name: 'a', type: 'text/plain', size: 1 },
    ]);
  });

  it('never throws, whatever its bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        await readMail(Buffer.from(bytes), { limits, mailbox });
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });

  it('never throws, however pieces of mails are put together', async () => {
    const piece = fc.constantFrom(
      ...[
        'From: ',
        'To: ',
        'Subject: ',
        'Content-Type: ',
        'multipart/mixed; boundary=b',
        'multipart/alternative; boundary="b"',
        'text/html',
        'text/plain; charset=utf-7',
      ],
      ...[
        'message/rfc822',
        'message/delivery-status',
        'text/calendar; method=',
        'multipart/report; report-type=delivery-status;',
        '\r\n',
        '\n',
        '\r',
        '\r\n\r\n',
        ' ',
        '\t',
      ],
      ...[
        '--b',
        '--b--',
        '\r\n--b\r\n',
        '=?utf-8?Q?=00?=',
        '=?x?B?////?=',
        '<',
        '>',
        '"',
        '(',
        ';',
        ',',
        '@',
        'a@b.c',
        '<a@b.c>',
        'g: a@b.c;',
        '\0',
        '\u00ff',
        '&#0;',
      ],
      ...[
        '<blockquote>',
        '</blockquote>',
        '<div id=appendonsend>',
        '<p style="display:none">',
        '<img alt="👍">',
        '> ',
        'On 1 Jan 2026, a wrote:',
        'Da: x\nInviato: y\nA: z\n',
        '-- \n',
      ],
      ...[
        'Content-Transfer-Encoding: base64',
        'Content-Transfer-Encoding: quoted-printable',
        "Content-Disposition: attachment; filename*=utf-8''%",
        'Date: ',
        'References: ',
        'Return-Path: <>',
        'Auto-Submitted: ',
        'List-Id: ',
        '=',
        '%',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        await readMail(Buffer.from(pieces.join('')), { limits, mailbox });
      }),
      { seed: 20261124, numRuns: 1_500 },
    );
  });
});
