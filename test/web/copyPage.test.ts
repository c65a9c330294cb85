import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import restify from 'restify';
import { mountCopyPage } from '../../web/copyPage.ts';
import { keepPicture } from '../browser/keepPicture.ts';

const value = 'usher-verification=abcDEF-0123456789_xyz';
const executablePath = '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

describe('web/copyPage', () => {
  let server: restify.Server;
  let base: string;
  const asked: string[] = [];

  before(async () => {
    server = restify.createServer();
    server.pre((request, _response, next) => {
      asked.push(request.url ?? '');
      next();
    });
    mountCopyPage(server);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  it('lets nothing run or be shown that is not its own', async () => {
    const response = await fetch(`${base}/copy`);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.ok(!policy.includes('unsafe'));
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    const page = await response.text();
    assert.ok(!/<script>|style=|onclick=/.test(page));
    for (const [path, type] of [
      ['/copy.js', 'text/javascript; charset=utf-8'],
      ['/copy.css', 'text/css; charset=utf-8'],
    ]) {
      const part = await fetch(base + path);
      assert.equal(part.headers.get('content-type'), type);
      assert.ok((await part.text()).length > 100);
    }
  });

  it('speaks the language of who was led there, else the one that the browser asks for', async () => {
    const led = await fetch(`${base}/copy?language=it`, { headers: { 'accept-language': 'en' } });
    assert.match(await led.text(), /<html lang="it">[\s\S]*Valore del record TXT/);
    const italian = await fetch(`${base}/copy`, { headers: { 'accept-language': 'it-IT,it;q=0.9,en;q=0.8' } });
    assert.equal(italian.headers.get('content-language'), 'it');
    assert.match(await italian.text(), /<html lang="it">[\s\S]*Valore del record TXT/);
    const other = await fetch(`${base}/copy?language=xx`, { headers: { 'accept-language': 'de' } });
    assert.match(await other.text(), /<html lang="en">[\s\S]*Value of the TXT record/);
  });

  if (!existsSync(executablePath)) {
    it.skip('in a browser: there is no Chromium here');
    return;
  }

  describe('in a browser', () => {
    let browser: Browser;
    before(async () => {
      browser = await chromium.launch({ executablePath, args });
    });
    after(() => browser.close());

    async function open(fragment: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) assert.fail(message.text());
      });
      await page.goto(`${base}/copy${fragment}`);
      return page;
    }

    it('shows the value selected and copies it', async () => {
      const page = await open(`#${value}`, { permissions: ['clipboard-read', 'clipboard-write'] });
      assert.equal(await page.inputValue('#value'), value);
      assert.equal(await page.evaluate('getSelection().toString()'), value);
      await page.click('#copy');
      await page.getByText('Copied.').waitFor();
      assert.equal(await page.evaluate('navigator.clipboard.readText()'), value);
      await keepPicture(page, 'copyPage');
      await page.context().close();
    });

    it('keeps the value from the server', () => {
      assert.ok(asked.includes('/copy'));
      assert.ok(!asked.some((url) => url.includes('verification')));
    });

    it('follows the address when another value comes', async () => {
      const page = await open('');
      await page.evaluate(`location.hash = '${value}'`);
      await page.locator('#value').waitFor();
      assert.equal(await page.inputValue('#value'), value);
      assert.equal(await page.getByText('Without JavaScript').isVisible(), false);
      await page.context().close();
    });

    it('copies in the old way where the clipboard is closed, or says how', async () => {
      const page = await open(`#${value}`, { viewport: { width: 360, height: 640 }, locale: 'it-IT' });
      await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))");
      await page.click('#copy');
      await page.getByText(/Copiato\.|CTRL\+C/).waitFor();
      await page.evaluate('document.execCommand = () => false');
      await page.click('#copy');
      await page.getByText('È selezionato').waitFor();
      await keepPicture(page, 'copyPage-it');
      await page.context().close();
    });

    it('shows no text of somebody else’s', async () => {
      for (const fragment of [
        '',
        '#hello',
        '#usher-verification=%3Cimg%20src=x%3E',
        '#%E0%A4%A',
        `#${value}%20call%20me`,
      ]) {
        const page = await open(fragment);
        await page.getByText('There is no value in this address.').waitFor();
        assert.equal(await page.isVisible('#value'), false, fragment);
        await page.context().close();
      }
    });

    it('says where the value stands when scripts are off', async () => {
      const page = await open(`#${value}`, { javaScriptEnabled: false });
      await page.getByText('Without JavaScript this page cannot show the value.').waitFor();
      assert.equal(await page.isVisible('#value'), false);
      await page.context().close();
    });
  });
});
