import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveSender } from '../../../../mail/incoming/prove/proveSender.ts';
import { openStore, type Store } from '../../../../models/connection.ts';
import { publishedTxt } from '../../../../sandbox/mailbox/signing/publishedTxt.ts';
import { signed } from '../../../../sandbox/mailbox/signing/signed.ts';

describe('a signature of the sandbox', () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'usher-signed-'));
  let store: Store;
  before(async () => {
    store = await openStore({ dataDirectory, durable: false });
  });
  after(async () => {
    await store.close();
    rmSync(dataDirectory, { recursive: true });
  });

  it('is made at one time, though a second goes by while it is made', async () => {
    const mime = Buffer.from('From: lena@contoso.com\r\nSubject: Hello\r\n\r\nHello\r\n');
    const { now } = Date;
    const begun = now();
    let mail: Buffer;
    try {
      // Each look at the clock is a second later than the one before.
      let looks = 0;
      Date.now = () => begun + 1_000 * looks++;
      mail = await signed(mime, 'contoso.com');
    } finally {
      Date.now = now;
    }
    const proof = await proveSender(mail, { authentication: 'verify', resolveTxt: publishedTxt(async () => []) });
    assert.deepEqual(proof, { proven: true, from: 'lena@contoso.com', by: 'dkim' });
  });
});
