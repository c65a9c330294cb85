import assert from 'node:assert/strict';
import { proveSender } from '../../../../mail/incoming/prove/proveSender.ts';

type Outcome = 'dkim' | 'spf' | 'noResults' | 'notAligned' | 'failed' | 'temporary' | 'from';

async function outcome(header: string, authentication: string): Promise<Outcome> {
  const mime = Buffer.from(`${header}\r\n\r\nok\r\n`, 'utf8');
  const proof = await proveSender(mime, {
    authentication,
    resolveTxt: () => assert.fail('Nobody is to be asked: the header tells.'),
  });
  if (proof.from !== undefined) assert.equal(proof.from, 'marco.ferri@contoso.com');
  return proof.proven ? proof.by : proof.because;
}

const rest = 'Received: from elsewhere\r\nFrom: Marco <marco.ferri@contoso.com>\r\nSubject: R: access';

describe("the receiving server's word", () => {
  describe('of Exchange Online, without authserv-id', () => {
    const cases: [title: string, results: string, expected: Outcome][] = [
      [
        'DKIM, SPF and DMARC',
        'spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom=contoso.com; dkim=pass (signature was verified)\r\n header.d=contoso.com;dmarc=pass action=none\r\n header.from=contoso.com;compauth=pass reason=100',
        'dkim',
      ],
      [
        'the older form with the domain of the recipient between the results',
        'spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=contoso.com; businesscenter.example; dkim=pass (signature was verified) header.d=contoso.com;businesscenter.example; dmarc=pass action=none header.from=contoso.com;',
        'dkim',
      ],
      [
        'SPF alone',
        'spf=pass smtp.mailfrom=contoso.com; dkim=none (message not signed) header.d=none;dmarc=pass action=none header.from=contoso.com;compauth=pass reason=100',
        'spf',
      ],
      [
        'a tampered body that DMARC passes by SPF',
        'spf=pass smtp.mailfrom=contoso.com; dkim=fail (body hash did not verify) header.d=contoso.com;dmarc=pass action=none header.from=contoso.com',
        'spf',
      ],
      [
        'a good signature of another domain beside SPF',
        'spf=pass smtp.mailfrom=contoso.com; dkim=pass header.d=tailspintoys.com;dmarc=pass header.from=contoso.com',
        'spf',
      ],
      [
        'several signatures of which the last is the domain’s',
        'spf=fail smtp.mailfrom=list.example; dkim=fail header.d=list.example; dkim=pass header.d=tailspintoys.com; dkim=pass header.d=contoso.com; dmarc=pass header.from=contoso.com',
        'dkim',
      ],
      ['a subdomain that signs', 'dkim=pass header.d=mail.contoso.com;dmarc=pass header.from=contoso.com', 'dkim'],
      ['no record of DMARC', 'dkim=pass header.d=contoso.com;dmarc=none action=none header.from=contoso.com', 'dkim'],
      [
        'a best guess',
        'dkim=pass header.d=contoso.com;dmarc=bestguesspass action=none header.from=contoso.com',
        'dkim',
      ],
      [
        'no record, and a subdomain that signs',
        'dkim=pass header.d=m.contoso.com;dmarc=none header.from=contoso.com',
        'notAligned',
      ],
      [
        'a best guess by SPF',
        'spf=pass smtp.mailfrom=contoso.com;dkim=none;dmarc=bestguesspass header.from=contoso.com',
        'notAligned',
      ],
      ['no DMARC at all, and the very domain signs', 'dkim=pass header.d=contoso.com', 'dkim'],
      ['no DMARC at all, and SPF', 'spf=pass smtp.mailfrom=contoso.com', 'notAligned'],
      [
        'DMARC that failed in spite of a signature',
        'dkim=pass header.d=m.contoso.com;dmarc=fail header.from=contoso.com',
        'failed',
      ],
      [
        'DMARC that could not be had',
        'dkim=pass header.d=contoso.com;dmarc=temperror header.from=contoso.com',
        'failed',
      ],
      [
        'a forgery from elsewhere',
        'spf=pass smtp.mailfrom=tailspintoys.com;dkim=pass header.d=tailspintoys.com;dmarc=fail action=quarantine header.from=contoso.com;compauth=fail reason=000',
        'failed',
      ],
      [
        'compauth alone',
        'spf=none smtp.mailfrom=contoso.com;dkim=none header.d=none;dmarc=none header.from=contoso.com;compauth=pass reason=109',
        'failed',
      ],
      [
        'compauth against DMARC',
        'dkim=pass header.d=contoso.com;dmarc=pass header.from=contoso.com;compauth=fail reason=601',
        'failed',
      ],
      ['DMARC of another From', 'dkim=pass header.d=contoso.com;dmarc=pass header.from=tailspintoys.com', 'notAligned'],
      ['DMARC of no From', 'dkim=pass header.d=contoso.com;dmarc=pass action=none', 'notAligned'],
      [
        'DMARC by nothing that is told',
        'spf=fail smtp.mailfrom=contoso.com;dkim=none;dmarc=pass header.from=contoso.com',
        'notAligned',
      ],
      [
        'two answers of DMARC',
        'dmarc=fail header.from=contoso.com;dkim=pass header.d=contoso.com;dmarc=pass header.from=contoso.com',
        'failed',
      ],
      [
        'two answers of DMARC, the good one first',
        'dmarc=pass header.from=contoso.com;dkim=pass header.d=contoso.com;dmarc=fail header.from=contoso.com',
        'failed',
      ],
      ['SHA-1', 'dkim=pass header.d=contoso.com header.a=rsa-sha1;dmarc=pass header.from=contoso.com', 'notAligned'],
      ['nothing', '', 'noResults'],
      ['none', 'none', 'noResults'],
      ['a method that is not one of ours', 'iprev=pass policy.iprev=192.0.2.1', 'noResults'],
      [
        'an authserv-id in front',
        'mx.contoso.com; dkim=pass header.d=contoso.com; dmarc=pass header.from=contoso.com',
        'noResults',
      ],
      [
        'a domain that ends like it',
        'dkim=pass header.d=notcontoso.com;dmarc=pass header.from=contoso.com',
        'notAligned',
      ],
      [
        'a signature in the name of a subdomain',
        'dkim=pass header.i=@m.contoso.com header.d=contoso.com;dmarc=none',
        'dkim',
      ],
      [
        'a signature of another domain in the name of this one',
        'dkim=pass header.i=@contoso.com header.d=tailspintoys.com;dmarc=pass header.from=contoso.com',
        'notAligned',
      ],
      ['a domain that begins like it', 'dkim=pass header.d=contoso.com.tailspintoys.com;dmarc=none', 'notAligned'],
      ['the public suffix', 'dkim=pass header.d=com;dmarc=pass header.from=contoso.com', 'notAligned'],
      ['pass in a comment', 'dkim=none (dkim=pass header.d=contoso.com; dmarc=pass header.from=contoso.com)', 'failed'],
      ['pass in a comment in a comment', 'dkim=none (a (b; dkim=pass header.d=contoso.com) c; dmarc=pass)', 'failed'],
      [
        'pass behind an escaped bracket',
        'dkim=none (a\\); dkim=pass header.d=contoso.com; dmarc=pass header.from=contoso.com)',
        'failed',
      ],
      [
        'pass in a quoted reason',
        'dkim=fail reason="x; dkim=pass header.d=contoso.com; dmarc=pass header.from=contoso.com"',
        'failed',
      ],
      [
        'pass in a quoted sender',
        'spf=pass smtp.mailfrom="a; dkim=pass header.d=contoso.com; x"@tailspintoys.com',
        'notAligned',
      ],
      [
        'a quoted sender with an @ in it',
        'spf=pass smtp.mailfrom="a@tailspintoys.com"@contoso.com;dmarc=pass header.from=contoso.com',
        'spf',
      ],
      [
        'pass behind an escaped quote',
        'spf=none smtp.mailfrom="a\\"; dkim=pass header.d=contoso.com"@tailspintoys.com',
        'failed',
      ],
      [
        'a comment that does not end',
        'dkim=pass header.d=contoso.com; dmarc=pass header.from=contoso.com (',
        'noResults',
      ],
      ['a quote that does not end', 'dkim=pass header.d="contoso.com; dmarc=pass', 'noResults'],
      [
        'pass as a part of a word',
        'x-dkim=pass header.d=contoso.com;dkim=passed header.d=contoso.com;xdmarc=pass',
        'failed',
      ],
      ['pass as a part of a name', 'dkim=fail x.dkim=pass header.d=contoso.com;dmarc=fail', 'failed'],
      [
        'a property twice',
        'dkim=pass header.d=tailspintoys.com header.d=contoso.com;dmarc=pass header.from=contoso.com',
        'noResults',
      ],
      [
        'words without a value',
        'dkim=pass surely header.d=contoso.com;dmarc=pass header.from=contoso.com',
        'noResults',
      ],
      ['a method of another version', 'dkim/2=pass header.d=contoso.com', 'noResults'],
      ['a method of version 1', 'dkim/1=pass header.d=contoso.com', 'dkim'],
      [
        'spaces and comments wherever they may be',
        'dkim (x) = (y)\tpass\r\n\t(z) header.d = (w) "contoso.com" ; dmarc =pass header.from= contoso.com',
        'dkim',
      ],
      ['capitals', 'DKIM=Pass Header.D=CONTOSO.COM;DMARC=PASS header.From=Contoso.com', 'dkim'],
    ];
    for (const [title, results, expected] of cases) {
      it(`${title}: ${expected}`, async () => {
        assert.equal(await outcome(`Authentication-Results: ${results}\r\n${rest}`, 'exchange'), expected);
      });
    }
  });

  describe('of a server with an authserv-id', () => {
    const good =
      'dkim=pass header.i=@contoso.com header.s=s1 header.b="a/b="; spf=pass (x: domain of y@contoso.com) smtp.mailfrom=y@contoso.com; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=contoso.com';
    const cases: [title: string, results: string, expected: Outcome][] = [
      ['as Google writes it', `mx.contoso.com;\r\n       ${good}`, 'dkim'],
      ['with a signature that holds an =', `mx.contoso.com; ${good.replace('"a/b="', 'a/b=')}`, 'dkim'],
      ['in other letters', `MX.Contoso.com; ${good}`, 'dkim'],
      ['quoted', `"mx.contoso.com"; ${good}`, 'dkim'],
      ['with a comment', `(for us) mx.contoso.com (here); ${good}`, 'dkim'],
      ['with a version', `mx.contoso.com 1; ${good}`, 'dkim'],
      ['with another version', `mx.contoso.com 2; ${good}`, 'noResults'],
      ['with more words', `mx.contoso.com 1 2; ${good}`, 'noResults'],
      ['of another server', `mx.tailspintoys.com; ${good}`, 'noResults'],
      ['that it ends like', `evilmx.contoso.com; ${good}`, 'noResults'],
      ['in a comment only', `mx.tailspintoys.com (mx.contoso.com); ${good}`, 'noResults'],
      ['without one', good, 'noResults'],
      ['that stands as a result', `dkim=pass; mx.contoso.com; ${good}`, 'noResults'],
      [
        'with a domain between the results',
        `mx.contoso.com; dkim=pass header.d=contoso.com; contoso.com; dmarc=pass`,
        'noResults',
      ],
      ['that found nothing', 'mx.contoso.com; none', 'noResults'],
      ['and nothing more', 'mx.contoso.com', 'noResults'],
      [
        'SPF of the HELO name',
        `mx.contoso.com; spf=pass smtp.helo=contoso.com; dmarc=pass header.from=contoso.com`,
        'notAligned',
      ],
    ];
    for (const [title, results, expected] of cases) {
      it(`${title}: ${expected}`, async () => {
        assert.equal(await outcome(`Authentication-Results: ${results}\r\n${rest}`, 'mx.contoso.com'), expected);
      });
    }
  });

  describe('counts from the top only', () => {
    const pass =
      'Authentication-Results: mx.contoso.com; dkim=pass header.d=contoso.com; dmarc=pass header.from=contoso.com';
    const fail = 'Authentication-Results: mx.contoso.com; dkim=none; dmarc=fail header.from=contoso.com';
    const cases: [title: string, header: string, expected: Outcome][] = [
      ['a good one', `Received: from a\r\n${pass}\r\n${rest}`, 'dkim'],
      ['a bad one above a good one', `${fail}\r\n${pass}\r\n${rest}`, 'failed'],
      ['a good one above a bad one', `${pass}\r\n${fail}\r\n${rest}`, 'dkim'],
      [
        'another server’s above',
        `Authentication-Results: mx.tailspintoys.com; none\r\n${pass}\r\n${rest}`,
        'noResults',
      ],
      ['one above that cannot be read', `Authentication-Results: mx.contoso.com; (\r\n${pass}\r\n${rest}`, 'noResults'],
      ['none', rest, 'noResults'],
      ['one of another name', `${pass.replace('Auth', 'X-Auth')}\r\n${rest}`, 'noResults'],
      ['one that ARC tells of', `${pass.replace('Auth', 'ARC-Auth')}\r\n${rest}`, 'noResults'],
      ['one that Exchange has put aside', `${pass.replace(':', '-Original:')}\r\n${rest}`, 'noResults'],
      ['one in the body', `${rest}\r\n\r\n${pass}`, 'noResults'],
      ['a second Subject', `Subject: other\r\n${pass}\r\n${rest}`, 'failed'],
      ['a second Content-Type', `Content-Type: a/b\r\n${pass}\r\nContent-Type: a/b\r\n${rest}`, 'failed'],
    ];
    for (const [title, header, expected] of cases) {
      it(`${title}: ${expected}`, async () => assert.equal(await outcome(header, 'mx.contoso.com'), expected));
    }
  });

  it('speaks for domains in other scripts', async () => {
    for (const domain of ['xn--bcher-kva.example', 'bücher.example']) {
      const results = `Authentication-Results: dkim=pass header.d=${domain};dmarc=pass header.from=${domain}`;
      const mime = Buffer.from(`${results}\r\nFrom: j@bücher.example\r\n\r\n`, 'utf8');
      const proof = await proveSender(mime, { authentication: 'exchange', resolveTxt: async () => [] });
      assert.deepEqual(proof, { proven: true, from: 'j@xn--bcher-kva.example', by: 'dkim' });
    }
  });

  it('is good for a subdomain where DMARC names the organization’s domain', async () => {
    for (const [named, expected] of [
      ['contoso.com', true],
      ['sales.contoso.com', true],
      ['mail.contoso.com', false],
      ['com', false],
    ] as const) {
      const results = `Authentication-Results: dkim=pass header.d=contoso.com;dmarc=pass header.from=${named}`;
      const mime = Buffer.from(`${results}\r\nFrom: m@sales.contoso.com\r\n\r\n`);
      const proof = await proveSender(mime, { authentication: 'exchange', resolveTxt: async () => [] });
      assert.equal(proof.proven, expected, named);
    }
  });

  it('does not speak for a neighbour under a suffix that everybody gets a name of', async () => {
    for (const [signer, from, proven] of [
      ['evil.onmicrosoft.com', 'contoso.onmicrosoft.com', false],
      ['evil.github.io', 'contoso.github.io', false],
      ['github.io', 'contoso.github.io', false],
      ['evil.co.uk', 'contoso.co.uk', false],
      ['co.uk', 'contoso.co.uk', false],
      ['contoso.co.uk', 'mail.contoso.co.uk', true],
    ] as const) {
      const results = `Authentication-Results: dkim=pass header.d=${signer};dmarc=pass header.from=${from}`;
      const mime = Buffer.from(`${results}\r\nFrom: m@${from}\r\n\r\n`);
      const proof = await proveSender(mime, { authentication: 'exchange', resolveTxt: async () => [] });
      assert.equal(proof.proven, proven, signer);
    }
  });
});
