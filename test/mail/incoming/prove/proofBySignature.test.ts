import assert from 'node:assert/strict';
import { DateTime, Settings } from 'luxon';
import { proveSender } from '../../../../mail/incoming/prove/proveSender.ts';
import { txtResolver } from '../../../../onboarding/txtResolver.ts';
import { startNameServer, type Zone } from '../../../onboarding/nameServer.ts';
import { makeEd25519Key, makeKey, plainMail, signed } from './signing.ts';

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

  it('that is not wholly understood is none of ours', async () => {
    const mail = await signed(plainMail, key);
    for (const [from, to] of [
      ['v=1;', 'v=1; d=tailspintoys.com;'],
      ['v=1;', 'v=1; i=@tailspintoys.com;'],
      ['v=1;', 'v=2;'],
      ['v=1;', 'v=1; x=soon;'],
      ['d=contoso.com', 'd="contoso.com"'],
      ['d=contoso.com', 'd=(x)contoso.com'],
      ['d=contoso.com', 'd=contoso.com.'],
      ['d=contoso.com', "d=contoso.com'"],
      [' b=', ' b=(x)'],
    ] as const) {
      const changed = mail.replace(from, to);
      assert.notEqual(changed, mail, from);
      assert.match(await outcome(changed), /^(failed|notAligned)$/, to);
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
    const mail = await signed(plainMail, key);
    const signature = mail.slice(0, mail.indexOf('From:'));
    const many = Array.from({ length: 300 }, (_, at) =>
      signature.replace('s=test', `s=no${at}`).replace(/ b=./, ` b=${'ABCDEFGHIJ'[at % 10]}${at}`),
    );
    const foreign = Array.from({ length: 300 }, (_, at) => signature.replace('d=contoso.com', `d=c${at}.example`));
    const proof = await proveSender(Buffer.from([...foreign, ...many, mail].join('')), {
      authentication: 'verify',
      resolveTxt: async (name) => {
        asked.push(name);
        return [];
      },
    });
    assert.equal(proof.proven, false);
    assert.ok(asked.length <= 5 && asked.every((name) => name.endsWith('._domainkey.contoso.com')), asked.join());
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
