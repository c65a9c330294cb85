import assert from 'node:assert/strict';
import { DateTime, Settings } from 'luxon';
import { proveSender } from '../../../../mail/incoming/prove/proveSender.ts';
import { txtResolver } from '../../../../onboarding/txtResolver.ts';
import { startNameServer, type Zone } from '../../../onboarding/nameServer.ts';
import { makeEd25519Key, makeKey, plainMail, signed, signedSaying } from './signing.ts';

const key = makeKey();
const others = makeKey();
const keyName = 'test._domainkey.contoso.com';
const records: Record<string, string[]> = {
  [keyName]: [key.record],
  'test._domainkey.mail.contoso.com': [key.record],
  'test._domainkey.tailspintoys.com': [others.record],
  '_dmarc.contoso.com': ['v=DMARC1; p=reject'],
};

async function outcome(mail: string | Buffer, more: Record<string, string[] | Error> = {}): Promise<string> {
  const proof = await proveSender(Buffer.from(mail as string), {
    authentication: 'verify',
    resolveTxt: async (name) => {
      const found = { ...records, ...more }[name];
      if (found instanceof Error) throw found;
      return found ?? [];
    },
  });
  if (proof.from !== undefined) assert.match(proof.from, /^marco\.ferri@/);
  return proof.proven ? proof.by : proof.because;
}

const unreachable = Object.assign(new Error('queryTxt ETIMEOUT'), { code: 'ETIMEOUT' });

describe("a mail's own signature", () => {
  afterEach(() => {
    Settings.now = () => Date.now();
  });

  it('proves who sent it, whichever way it is made canonical', async () => {
    for (const canonicalization of ['relaxed/relaxed', 'simple/simple', 'relaxed/simple', 'simple/relaxed']) {
      assert.equal(await outcome(await signed(plainMail, key, { canonicalization })), 'dkim', canonicalization);
    }
  });

  it('proves it with Ed25519 too (RFC 8463)', async () => {
    const curve = makeEd25519Key();
    const mail = await signed(plainMail, curve, { algorithm: 'ed25519-sha256' });
    assert.equal(await outcome(mail, { [keyName]: [curve.record] }), 'dkim');
  });

  it('survives what happens on the way: more fields on top, ARC, other line ends', async () => {
    const mail = await signed(plainMail, key);
    const onTop =
      'Received: from x by y\r\nARC-Seal: i=1; cv=none; b=x\r\nAuthentication-Results: z; none\r\nX-A: b\r\n';
    assert.equal(await outcome(onTop + mail), 'dkim');
    assert.equal(await outcome(mail.replaceAll('\r\n', '\n')), 'dkim');
  });

  it('proves nothing when anything signed was changed', async () => {
    const mail = await signed(plainMail, key);
    const changes: [what: string, from: string, to: string][] = [
      ['the words', 'ok, approvo', 'no'],
      ['a word of the quotation', 'Giulia', 'Eva'],
      ['the subject', 'Subject: R: Richiesta', 'Subject: R: Un’altra richiesta'],
      ['the name in From', 'Marco Ferri <', 'Paola Conti <'],
      ['the local part of From', 'marco.ferri@contoso.com>', 'marco.ferri@contoso.com> (x)'],
      ['Message-ID', 'reply-1', 'reply-2'],
      ['the signature', 'b=', 'b=AAAA'],
    ];
    for (const [what, from, to] of changes) {
      const changed = mail.replace(from, to);
      assert.notEqual(changed, mail);
      assert.equal(await outcome(changed), 'failed', what);
    }
    assert.equal(await outcome(`${mail}P.S. also the next ten.\r\n`), 'failed', 'more text at the end');
  });

  it('is not there: nothing is known', async () => {
    assert.equal(await outcome(plainMail), 'noResults');
    assert.equal(await outcome(`${plainMail}DKIM-Signature: v=1; d=contoso.com\r\n`), 'noResults');
  });

  it('is believed whatever an Authentication-Results says', async () => {
    const results = 'Authentication-Results: dkim=pass header.d=contoso.com;dmarc=pass header.from=contoso.com\r\n';
    assert.equal(await outcome(results + plainMail), 'noResults');
    assert.equal(await outcome(results + (await signed(plainMail, others))), 'failed');
  });

  it('of another domain proves nothing, however good it is', async () => {
    assert.equal(await outcome(await signed(plainMail, others, { domain: 'tailspintoys.com' })), 'notAligned');
  });

  it('with a key that the domain did not publish proves nothing', async () => {
    assert.equal(await outcome(await signed(plainMail, others)), 'failed');
    assert.equal(await outcome(await signed(plainMail, key), { [keyName]: [] }), 'failed');
    assert.equal(await outcome(await signed(plainMail, key), { [keyName]: ['v=DKIM1; p='] }), 'failed');
    assert.equal(await outcome(await signed(plainMail, key), { [keyName]: ['v=spf1 -all'] }), 'failed');
    assert.equal(await outcome(await signed(plainMail, key), { [keyName]: [key.record, others.record] }), 'failed');
  });

  it('is good when one of several is', async () => {
    const list = await signed(await signed(plainMail, key), others, { domain: 'tailspintoys.com', selector: 'gone' });
    assert.equal(await outcome(list), 'dkim');
    const broken = (await signed(plainMail, others)).split('From:')[0] as string;
    assert.equal(await outcome(broken + (await signed(plainMail, key))), 'dkim');
  });

  describe('of a subdomain', () => {
    const ofSubdomain = () => signed(plainMail, key, { domain: 'mail.contoso.com' });
    const cases: [dmarc: string[], expected: string][] = [
      [['v=DMARC1; p=reject'], 'dkim'],
      [['v=DMARC1; p=none; adkim=r'], 'dkim'],
      [['v=DMARC1; p=reject; adkim=s'], 'notAligned'],
      [['v=DMARC1;adkim = S ;p=none'], 'notAligned'],
      [['v=DMARC1; adkim="s"'], 'notAligned'],
      [[], 'dkim'],
      [['v=spf1 -all', 'v=DMARC1; adkim=s'], 'notAligned'],
      // RFC 7489, 6.6.3: several are none.
      [['v=DMARC1; adkim=s', 'v=DMARC1; adkim=s'], 'dkim'],
    ];
    for (const [dmarc, expected] of cases) {
      it(`with ${dmarc.join(' and ') || 'no record'}: ${expected}`, async () => {
        assert.equal(await outcome(await ofSubdomain(), { '_dmarc.contoso.com': dmarc }), expected);
      });
    }

    it('speaks not for its neighbour', async () => {
      const mail = plainMail.replace('@contoso.com>', '@sales.contoso.com>');
      assert.equal(await outcome(await signed(mail, key, { domain: 'mail.contoso.com' })), 'notAligned');
    });

    it('is spoken for by the domain above it, by the record of that one', async () => {
      const mail = await signed(plainMail.replace('@contoso.com>', '@sales.contoso.com>'), key);
      assert.equal(await outcome(mail), 'dkim');
      assert.equal(await outcome(mail, { '_dmarc.contoso.com': ['v=DMARC1; p=none; adkim=s'] }), 'notAligned');
      assert.equal(await outcome(mail, { '_dmarc.sales.contoso.com': ['v=DMARC1; p=none; adkim=s'] }), 'notAligned');
    });
  });

  it('that leaves From, Subject or Date out proves nothing', async () => {
    assert.equal(await outcome(await signed(plainMail, key, { headerList: ['Subject', 'Date', 'To'] })), 'failed');
    assert.equal(await outcome(await signed(plainMail, key, { headerList: ['From', 'Date', 'To'] })), 'failed');
    assert.equal(await outcome(await signed(plainMail, key, { headerList: ['From', 'Subject', 'Date'] })), 'dkim');
    assert.equal(await outcome(await signed(plainMail, key, { headerList: ['From', 'Subject'] })), 'failed');
    const bare = plainMail.replace(/Subject: .*\r\n/, '');
    assert.equal(await outcome(await signed(bare, key, { headerList: ['From', 'Date'] })), 'dkim');
    assert.equal(
      await outcome(`Subject: R: Eva\r\n${await signed(bare, key, { headerList: ['From', 'Date'] })}`),
      'failed',
    );
  });

  it('proves nothing when a field was put above the signed one', async () => {
    const mail = await signed(plainMail, key);
    assert.equal(await outcome(`From: Paola <paola.conti@contoso.com>\r\n${mail}`), 'from');
    assert.equal(await outcome(`Subject: R: Eva\r\n${mail}`), 'failed');
    assert.equal(await outcome(`To: someone@contoso.com\r\n${mail}`), 'failed');
    assert.equal(await outcome(`Content-Type: text/html\r\n${mail}`), 'failed');
  });

  it('of a part of the body proves nothing, changed or not', async () => {
    const mail = await signed(plainMail, key, { maxBodyLength: 13 });
    assert.match(mail, /\bl=13;/);
    assert.equal(await outcome(mail), 'failed');
    assert.equal(await outcome(mail.replace('Giulia', 'Eva')), 'failed');
  });

  it('with SHA-1 proves nothing', async () => {
    const mail = await signed(plainMail, key, { algorithm: 'rsa-sha1' });
    assert.match(mail, /a=rsa-sha1/);
    assert.equal(await outcome(mail), 'failed');
  });

  it('is good until it expires', async () => {
    const signTime = new Date();
    const expires = new Date(signTime.getTime() + 3_600_000);
    const mail = await signed(plainMail, key, { signTime, expires });
    assert.equal(await outcome(mail), 'dkim');
    Settings.now = () => expires.getTime() + 1_000;
    assert.equal(await outcome(mail), 'failed');
  });

  it('made in the future proves nothing; a clock may be minutes ahead', async () => {
    const at = (ahead: object) => signed(plainMail, key, { signTime: DateTime.now().plus(ahead).toJSDate() });
    assert.equal(await outcome(await at({ minutes: 5 })), 'dkim');
    assert.equal(await outcome(await at({ hours: 2 })), 'failed');
  });

  it('with a key that is tried out, too short, for something else or for another hash proves nothing', async () => {
    for (const [bits, more] of [
      [1024, ''],
      [2048, ' t=s;'],
      [2048, ' s=email;'],
      [2048, ' h=sha256;'],
      [2048, ' n=a note;'],
    ] as const) {
      const fine = makeKey(bits, more);
      assert.equal(await outcome(await signed(plainMail, fine), { [keyName]: [fine.record] }), 'dkim', more);
    }
    for (const [bits, more] of [
      [1016, ''],
      [512, ''],
      [2048, ' t=y;'],
      [2048, ' t=s:y;'],
      [2048, ' s=tlsrpt;'],
      [2048, ' h=sha1;'],
      [2048, ' v=DKIM2;'],
    ] as const) {
      const bad = makeKey(bits, more);
      assert.equal(
        await outcome(await signed(plainMail, bad), { [keyName]: [bad.record] }),
        'failed',
        `${bits}${more}`,
      );
    }
  });

  it('in the name of another domain than that which signed proves nothing', async () => {
    for (const [identity, expected] of [
      ['@contoso.com', 'dkim'],
      ['marco.ferri@sales.contoso.com', 'dkim'],
      ['@tailspintoys.com', 'failed'],
      ['@notcontoso.com', 'failed'],
    ] as const) {
      const mail = signedSaying(plainMail, key, `d=contoso.com; s=test; i=${identity};`);
      assert.equal(await outcome(mail), expected, identity);
    }
  });

  it('in the name of a subdomain proves nothing where its key is for the very domain', async () => {
    const strict = makeKey(2048, ' t=s;');
    const more = { [keyName]: [strict.record] };
    const ofSubdomain = signedSaying(plainMail, strict, 'd=contoso.com; s=test; i=@sales.contoso.com;');
    assert.equal(await outcome(ofSubdomain, more), 'failed');
    assert.equal(
      await outcome(signedSaying(plainMail, strict, 'd=contoso.com; s=test; i=@contoso.com;'), more),
      'dkim',
    );
    // A copy beside it that says less has the same value, which is good for the first only.
    const copy = `${ofSubdomain.split('\r\n')[0]?.replace(' i=@sales.contoso.com;', '')}\r\n`;
    assert.equal(await outcome(copy + ofSubdomain, more), 'failed');
  });

  it('that is not wholly understood is none of ours, however good it is', async () => {
    assert.equal(await outcome(signedSaying(plainMail, key, 'd=contoso.com; s=test; t=1764000000;')), 'dkim');
    for (const tags of [
      'd=tailspintoys.com; d=contoso.com; s=test;',
      'd=contoso.com; s=test; i=@tailspintoys.com; i=@contoso.com;',
      'd=contoso.com; s=test; x=soon;',
      'd=contoso.com; s=test; t=early;',
      'd=contoso%2Ecom; s=test;',
      'd=contoso.com; s=te%73t;',
      'd="contoso.com"; s=test;',
      'd=(x)contoso.com; s=test;',
      'd=contoso.com.; s=test;',
      "d=contoso.com'; s=test;",
      'd=contoso.com; s=test; h;',
    ]) {
      const more = { 'test._domainkey.contoso%2ecom': [key.record], 'te%73t._domainkey.contoso.com': [key.record] };
      assert.equal(await outcome(signedSaying(plainMail, key, tags), more), 'notAligned', tags);
    }
    for (const version of ['', 'v=2;']) {
      assert.equal(
        await outcome(signedSaying(plainMail, key, 'd=contoso.com; s=test;', version)),
        'notAligned',
        version,
      );
    }
  });

  it('may come again: who it is from stays proven, and that it came before is another question', async () => {
    const mail = await signed(plainMail, key);
    assert.equal(await outcome(mail), 'dkim');
    assert.equal(await outcome(`Received: again\r\n${mail}`), 'dkim');
  });

  it('is checked again when the name servers do not answer', async () => {
    const mail = await signed(plainMail, key);
    assert.equal(await outcome(mail, { [keyName]: unreachable }), 'temporary');
    const ofSubdomain = await signed(plainMail, key, { domain: 'mail.contoso.com' });
    assert.equal(await outcome(ofSubdomain, { '_dmarc.contoso.com': unreachable }), 'temporary');
    // One is enough.
    const both = await signed(mail, others, { domain: 'mail.contoso.com', selector: 'lost' });
    assert.equal(await outcome(both, { 'lost._domainkey.mail.contoso.com': unreachable }), 'dkim');
    // No answer changes what does not depend on it.
    assert.equal(await outcome(mail.replace('approvo', 'nego'), { [keyName]: unreachable }), 'failed');
    assert.equal(await outcome(mail, { '_dmarc.contoso.com': unreachable }), 'dkim');
  });

  it('is checked over the wire, where a server is silent or fails', async () => {
    const zone: Zone = new Map([[keyName, [(key.record.match(/.{1,200}/g) ?? []) as string[]]]]);
    const server = await startNameServer(zone);
    try {
      const resolveTxt = txtResolver([server.address], { timeout: 200, tries: 1 });
      const prove = async () =>
        await proveSender(Buffer.from(await signed(plainMail, key)), { authentication: 'verify', resolveTxt });
      assert.deepEqual(await prove(), { proven: true, from: 'marco.ferri@contoso.com', by: 'dkim' });
      for (const answer of ['silence', 'SERVFAIL'] as const) {
        zone.set(keyName, answer);
        assert.deepEqual(await prove(), { proven: false, from: 'marco.ferri@contoso.com', because: 'temporary' });
      }
      zone.set(keyName, 'NXDOMAIN');
      assert.deepEqual(await prove(), { proven: false, from: 'marco.ferri@contoso.com', because: 'failed' });
    } finally {
      await server.close();
    }
  });

  it('asks for the keys of the From domain only, and for few, however many there are', async () => {
    const asked: string[] = [];
    const fieldSaying = (tags: string) => `${signedSaying(plainMail, key, tags).split('\r\n')[0]}\r\n`;
    const fields = Array.from({ length: 100 }, (_, at) => [
      fieldSaying(`d=c${at}.example; s=test;`),
      fieldSaying(`d=contoso.com; s=no${at};`),
    ]);
    const proof = await proveSender(Buffer.from(fields.flat().join('') + plainMail), {
      authentication: 'verify',
      resolveTxt: async (name) => {
        asked.push(name);
        return [];
      },
    });
    assert.deepEqual(proof, { proven: false, from: 'marco.ferri@contoso.com', because: 'failed' });
    assert.deepEqual(
      asked.sort(),
      ['no0', 'no1', 'no2', 'no3', 'no4'].map((selector) => `${selector}._domainkey.contoso.com`),
    );
  });

  it('is not mistaken in mails of random changes', async () => {
    const mail = Buffer.from(await signed(plainMail, key));
    const body = mail.indexOf('\r\n\r\n') + 4;
    // The Park-Miller generator: the same changes each time.
    let seed = 20261125;
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < 150; round += 1) {
      const changed = Buffer.from(mail);
      const at = body + random(mail.length - body);
      changed[at] = random(256);
      // White space at the end of a line and of the body is not signed.
      const same = changed
        .toString('latin1')
        .replace(/[ \t]+/g, ' ')
        .replace(/ ?[\r\n]+/g, '\n')
        .trim();
      if (
        same ===
        mail
          .toString('latin1')
          .replace(/[\r\n]+/g, '\n')
          .trim()
      )
        continue;
      assert.equal(await outcome(changed), 'failed', `byte ${at} is ${changed[at]}`);
    }
  });
});
