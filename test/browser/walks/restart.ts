import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { runProduct } from '../product.ts';
import type { Scene } from '../scene.ts';

/** The process, not the words: a second start, wrong settings, a kill in the middle of a walk. */
export function restart(scene: () => Scene): void {
  it('refuses a second start on the same data', async () => {
    const { code, said } = await runProduct({ ...scene().settings, PORT: '0' });
    assert.equal(code, 1);
    assert.match(said, /^Usher does not start\. .*in use/);
  });

  it('lists the settings that are wrong', async () => {
    const { code, said } = await runProduct({ PORT: 'many', USHER_LOG_LEVL: 'info', USHER_MAIL_GIVE_UP_DAYS: '90' });
    assert.equal(code, 1);
    for (const name of ['PORT', 'USHER_LOG_LEVL', 'USHER_MAIL_GIVE_UP_DAYS'])
      assert.match(said, new RegExp(`^ {2}${name} `, 'm'));
  });

  it('says in one line that it cannot listen where it was told to', async () => {
    const { code, said } = await runProduct({
      PORT: '0',
      USHER_HOST: '192.0.2.1',
      USHER_APP_ID: '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0001',
      USHER_APP_TENANT_ID: '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0002',
      USHER_APP_PASSWORD: 'a secret of tests',
      USHER_TENANTS: '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0003',
      USHER_PUBLIC_URL: 'https://usher.contoso.com',
      USHER_LINK_SECRET: 'a secret of tests that is at least 32 bytes long',
      USHER_MAILBOX: 'usher@contoso.com',
    });
    assert.equal(code, 1);
    assert.match(
      said,
      /^Usher does not start\. Usher cannot listen on port 0 of 192\.0\.2\.1 \(EADDRNOTAVAIL\)[^\n]*\n$/,
    );
  });

  it('goes on in the middle of a walk after a kill', async () => {
    const marco = await scene().chat('Marco');
    await marco.says('invita Rita Neri rita.neri@contoso.com come visualizzatore report');
    await marco.sees('Indirizzo di posta elettronica');
    await scene().product.end('SIGKILL');
    const before = scene().product.chats;
    await scene().startAgain();
    assert.deepEqual(scene().product.chats, before);
    // The stand-in of Teams keeps no history; the walk's own card comes back when it is told something.
    await marco.reload();
    await marco.picture('restart-1-window');
    await marco.says('scrivimi in italiano');
    await marco.sees('Indirizzo di posta elettronica');
    await marco.picture('restart-2-still-there');
    assert.equal(await marco.field('Indirizzo di posta elettronica').inputValue(), 'rita.neri@contoso.com');
    await marco.presses('Invita');
    await marco.sees('Ho inviato l’invito a Rita Neri');
    await marco.picture('restart-3-gone-on');
  });

  // After all that is said in windows: those that are open do not outlive the stand-in of Teams.
  it('answers what was asked before it is stopped', async () => {
    const { product } = scene();
    const body = JSON.stringify({ type: 'message' });
    const asked = request(`${product.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
    });
    const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
    answered.catch(() => undefined);
    asked.flushHeaders();
    await once(asked, 'continue');
    const ended = product.end('SIGINT');
    while (await fetch(`${product.origin}/healthz`).catch(() => undefined)) await new Promise(setImmediate);
    asked.end(body);
    const [{ statusCode }] = await answered;
    assert.equal(statusCode, 400);
    assert.equal(await ended, 0);
    await scene().startAgain();
  });
}
