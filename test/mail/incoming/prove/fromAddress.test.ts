import assert from 'node:assert/strict';
import { proveSender } from '../../../../mail/incoming/prove/proveSender.ts';

const marco = 'marco.ferri@contoso.com';
const results = 'Authentication-Results: dkim=pass header.d=contoso.com;dmarc=pass header.from=contoso.com';

/** What a mail with these From lines is proven or said to be from, where the server vouches for all of contoso.com. */
async function from(lines: string): Promise<string | undefined> {
  const mime = Buffer.from(`${results}\r\n${lines}\r\nSubject: ok\r\n\r\nyes\r\n`, 'utf8');
  const proof = await proveSender(mime, { authentication: 'exchange', resolveTxt: async () => [] });
  if (!proof.proven && proof.from === undefined) assert.equal(proof.because, 'from');
  return proof.from;
}

describe('the one From address of a mail', () => {
  const read: [line: string, address?: string][] = [
    [`From: ${marco}`],
    [`from:${marco}`],
    [`From: <${marco}>`],
    [`From: Marco Ferri <${marco}>`],
    [`From: "Ferri, Marco" <${marco}>`],
    [`From: "evil@tailspintoys.com" <${marco}>`],
    [`From: "a \\" <evil@tailspintoys.com>, b" <${marco}>`],
    [`From: Marco Ferri (sales (Rome\\)) and more) <${marco}> (at work)`],
    [`From: ${marco} (evil@tailspintoys.com)`],
    [`From: =?utf-8?Q?Marco_=3Cevil=40tailspintoys=2Ecom=3E?= <${marco}>`],
    [`From: =?utf-8?B?TWFyY28=?=\r\n <${marco}>`],
    [`From: Màrco Ferri <${marco}>`],
    [`From: Marco.F. <MARCO.Ferri@Contoso.COM>`],
    ['From: Jürgen <j@bücher.example>', 'j@xn--bcher-kva.example'],
    ['From: J <j@xn--bcher-kva.example>', 'j@xn--bcher-kva.example'],
    // The Greek o is another domain.
    ['From: Marco <marco.ferri@cοntoso.com>', 'marco.ferri@xn--cntoso-i0e.com'],
    // Names prove nothing.
    ['From: "marco.ferri@contoso.com" <evil@tailspintoys.com>', 'evil@tailspintoys.com'],
    ['From: =?utf-8?Q?marco=2Eferri=40contoso=2Ecom?= <evil@tailspintoys.com>', 'evil@tailspintoys.com'],
  ];
  for (const [line, address = marco] of read)
    it(`is read: ${line}`, async () => assert.equal(await from(line), address));

  const refused: [title: string, lines: string][] = [
    ['no From', 'X-From: marco.ferri@contoso.com'],
    ['an empty From', 'From: '],
    ['two From fields', `From: ${marco}\r\nFrom: evil@tailspintoys.com`],
    ['two From fields of one address', `From: ${marco}\r\nfrom: ${marco}`],
    ['a From with a space before the colon', `From : ${marco}`],
    ['such a From as a second one', `From: ${marco}\r\nFrom : evil@tailspintoys.com`],
    ['two addresses', `From: ${marco}, evil@tailspintoys.com`],
    ['two addresses in brackets', `From: <${marco}> <evil@tailspintoys.com>`],
    ['two addresses without a comma', `From: ${marco} evil@tailspintoys.com`],
    ['an address behind the brackets', `From: <${marco}> evil@tailspintoys.com`],
    ['an address before the brackets that is not quoted', `From: evil@tailspintoys.com <${marco}>`],
    ['a semicolon between addresses', `From: ${marco}; evil@tailspintoys.com`],
    ['a trailing comma', `From: ${marco},`],
    ['a group', `From: Contoso: ${marco};`],
    ['a group of two', `From: Contoso: ${marco}, evil@tailspintoys.com;`],
    ['an empty group', 'From: undisclosed:;'],
    ['a route', `From: <@tailspintoys.com:${marco}>`],
    ['two @', 'From: <marco@contoso.com@tailspintoys.com>'],
    ['a quoted local part', 'From: "marco ferri"@contoso.com'],
    ['a quoted local part in brackets', 'From: <"marco.ferri@contoso.com,"@tailspintoys.com>'],
    ['a comment in the address', 'From: <marco.ferri(x)@contoso.com>'],
    ['a comment that does not end', `From: ${marco} (at work`],
    ['a quoted string that does not end', `From: "Marco <${marco}>`],
    ['an encoded address', 'From: <=?utf-8?Q?marco.ferri=40contoso.com?=>'],
    ['an encoded word with a bare @', `From: =?utf-8?Q?evil@tailspintoys.com?= <${marco}>`],
    ['NUL in it', `From: ${marco}\0@tailspintoys.com`],
    ['NUL in the name', `From: M\0 <${marco}>`],
    ['NUL in another field', `From: ${marco}\r\nX-A: b\0From: evil@tailspintoys.com`],
    ['a lone CR in it', `From: evil@tailspintoys.com\rFrom: ${marco}`],
    ['a lone CR elsewhere', `From: ${marco}\r\nX-A: b\rFrom: evil@tailspintoys.com`],
    ['a control character', `From: \x08Marco <${marco}>`],
    ['a soft hyphen in the domain', 'From: marco.ferri@con\u00adtoso.com'],
    ['a zero-width space in the domain', 'From: marco.ferri@con\u200btoso.com'],
    ['a local part of other letters', 'From: mаrco.ferri@contoso.com'],
    ['a space in the domain', 'From: <marco.ferri@contoso. com>'],
    ['an IP address', 'From: <marco.ferri@[192.0.2.1]>'],
    ['no domain', 'From: marco.ferri'],
    ['a line that is no field', `From: ${marco}\r\nthis is no field`],
    ['a line that begins with a form feed', `From: ${marco}\r\n\x0cFrom: evil@tailspintoys.com`],
    ['a name of other characters', `From: ${marco}\r\nFr\xf6m: evil@tailspintoys.com`],
    ['a line of mbox', `From marco Wed Nov 25\r\nFrom: ${marco}`],
    ['a header that never ends', `From: ${marco}\r\nX-Long: ${'x'.repeat(300_000)}`],
  ];
  for (const [title, lines] of refused) {
    it(`is none with ${title}`, async () => assert.equal(await from(lines), undefined));
  }

  it('is none where the bytes are not UTF-8', async () => {
    const mime = Buffer.concat([
      Buffer.from(`${results}\r\nFrom: M`),
      Buffer.from([0xe0, 0x20]),
      Buffer.from(`<${marco}>\r\n\r\n`),
    ]);
    const proof = await proveSender(mime, { authentication: 'exchange', resolveTxt: async () => [] });
    assert.deepEqual(proof, { proven: false, because: 'from' });
  });

  it('is none in a mail without a header, or without anything', async () => {
    for (const text of ['', '\r\n', `\r\nFrom: ${marco}\r\n\r\n`, '\0']) {
      const proof = await proveSender(Buffer.from(text), { authentication: 'verify', resolveTxt: async () => [] });
      assert.deepEqual(proof, { proven: false, because: 'from' });
    }
  });

  it('is not asked of Sender and Reply-To', async () => {
    const lines = `From: evil@tailspintoys.com\r\nSender: ${marco}\r\nReply-To: ${marco}\r\nReturn-Path: <${marco}>`;
    assert.equal(await from(lines), 'evil@tailspintoys.com');
  });
});
