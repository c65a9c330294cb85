import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { textsFor } from '../../language/texts.ts';
import { graphMessage } from '../../mail/graphMessage.ts';
import { renderMail } from '../../mail/render.ts';
import type { Notice } from '../../models/notice.ts';
import { replyReference } from '../../onboarding/replyReference.ts';
import { SandboxMail } from '../../sandbox/mailbox/sandboxMail.ts';
import { keepPicture } from '../browser/keepPicture.ts';
import { hasSecretLink } from '../mail/hasSecretLink.ts';
import { notices } from '../mail/notices.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { type SandboxServer, startSandboxServer } from './sandboxServer.ts';

const usher = 'usher@contoso.com';
const giulia = { email: 'giulia.romano@contoso.com', firstName: 'Giulia', lastName: 'Romano', language: 'it' };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const executablePath = '/usr/bin/chromium';

describe("the sandbox's mailbox page", () => {
  let store: TestStore;
  let sandbox: SandboxServer;
  before(async () => {
    store = await openTestStore();
    sandbox = await startSandboxServer();
  });
  beforeEach(() => store.clear());
  after(async () => {
    await sandbox.close();
    await store.close();
  });

  /** Sends what a notice becomes. @returns the id of the message. */
  async function send(name: string, to = giulia): Promise<string> {
    const notice = notices[name] as Notice;
    const link = `${sandbox.origin}/invitation/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE`;
    const rendered = await renderMail(notice, to, { mailbox: usher, ...(hasSecretLink(notice) && { link }) });
    const { body } = await sandbox.graph(
      'POST',
      '/messages',
      graphMessage({ _id: name, to }, rendered, usher, (id) => replyReference('l'.repeat(32), id)),
    );
    assert.equal((await sandbox.graph('POST', `/messages/${body.id as string}/send`)).status, 202);
    return body.id as string;
  }
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${sandbox.origin}/sandbox/mailbox${path}`, { headers });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  it('lists the people of the sandbox, and whoever else has mail', async () => {
    await send('invitation', { ...giulia, email: 'omar.haddad@contoso.com', firstName: 'Omar', lastName: 'Haddad' });
    const { text } = await get('');
    assert.ok(text.indexOf('Giulia Romano') < text.indexOf('Omar Haddad'));
    assert.match(text, /1 unread/);
    assert.match(text, /<html lang="en">/);
    assert.match((await get('', { 'accept-language': 'it-IT,it;q=0.9,en;q=0.8' })).text, /<html lang="it">/);
  });

  it('shows a mail as read once it was opened', async () => {
    const id = await send('invitation');
    assert.match((await get(`/${giulia.email}`)).text, /class="unread"/);
    assert.equal((await SandboxMail.findById(id).lean())?.deliveredTo[0]?.readAt, undefined);
    await get(`/${giulia.email}/${id}`);
    assert.doesNotMatch((await get(`/${giulia.email}`)).text, /class="unread"/);
  });

  it('shows text and source', async () => {
    const id = await send('invitation');
    assert.match((await get(`/${giulia.email}/${id}?view=text`)).text, /Inizia ora:\nhttp:/);
    const source = (await get(`/${giulia.email}/${id}?view=source`)).text;
    assert.match(source, /From: &quot;Usher, Business Center&quot; &lt;usher@contoso\.com&gt;/);
    assert.match(source, /X-Auto-Response-Suppress:/i);
    assert.match(source, /multipart\/alternative/);
  });

  it('keeps a mail from doing anything but opening links', async () => {
    const id = await send('invitation');
    const page = await get(`/${giulia.email}/${id}`);
    assert.match(page.text, /<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'.*script-src 'self'/);
    const frame = await get(`/${giulia.email}/${id}/html`);
    assert.match(frame.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox allow-popups/);
    assert.doesNotMatch(frame.headers.get('content-security-policy') ?? '', /script-src|allow-scripts/);
    assert.match(frame.text, /<base target="_blank">/);
  });

  it('escapes what senders write', async () => {
    const evil = '<script>alert(1)</script>"\'';
    await sandbox.graph('POST', '/sendMail', {
      message: {
        subject: evil,
        body: { contentType: 'text', content: evil },
        toRecipients: [{ emailAddress: { name: evil, address: 'eve@contoso.com' } }],
      },
    });
    const mail = await SandboxMail.findOne().lean();
    for (const path of [
      '',
      '/eve@contoso.com',
      `/eve@contoso.com/${mail?._id}?view=text`,
      `/eve@contoso.com/${mail?._id}/html`,
    ]) {
      const { text } = await get(path);
      assert.ok(!text.includes('<script>alert'), path);
      assert.ok(text.includes('&lt;script&gt;alert(1)'), path);
    }
  });

  it('shows nobody a mail that was not sent to them, and no drafts', async () => {
    const id = await send('invitation');
    assert.equal((await get(`/marco.ferri@contoso.com/${id}`)).status, 404);
    assert.equal((await get(`/marco.ferri@contoso.com/${id}/html`)).status, 404);
    await sandbox.graph('POST', '/messages', {
      toRecipients: [{ emailAddress: { address: giulia.email } }],
      subject: 'draft',
    });
    assert.doesNotMatch((await get(`/${giulia.email}`)).text, /draft/);
  });

  it('tells a browser that has it already that nothing has changed', async () => {
    await send('invitation');
    const first = await get('');
    const etag = first.headers.get('etag') ?? '';
    assert.equal((await get('', { 'if-none-match': etag })).status, 304);
    await send('domain-verified');
    assert.equal((await get('', { 'if-none-match': etag })).status, 200);
  });

  describe('in Chromium', () => {
    let browser: Browser;
    before(async function () {
      if (!existsSync(executablePath)) {
        console.error(`No browser tests of the mailbox: there is no ${executablePath}.`);
        this.skip();
      }
      browser = await chromium.launch({
        executablePath,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      });
    });
    after(() => browser?.close());

    const shapes = {
      desktop: { viewport: { width: 1360, height: 900 }, colorScheme: 'light', locale: 'en-GB' },
      phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', locale: 'it-IT' },
      dark: { viewport: { width: 1360, height: 900 }, colorScheme: 'dark', locale: 'it-IT' },
    } as const;

    async function openPage(shape: keyof typeof shapes): Promise<{ page: Page; problems: string[] }> {
      const page = await browser.newPage(shapes[shape]);
      const problems: string[] = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      return { page, problems };
    }

    for (const shape of Object.keys(shapes) as (keyof typeof shapes)[]) {
      it(`leads from the mailbox to the mail and its link: ${shape}`, async () => {
        for (const name of ['domain-verified', 'request-for-a-role-denied', 'invitation']) await send(name);
        const { page, problems } = await openPage(shape);
        await page.goto(`${sandbox.origin}/sandbox/mailbox`);
        await keepPicture(page, `mail/page-mailboxes-${shape}`);
        await page.getByRole('link', { name: /Giulia Romano/ }).click();
        await keepPicture(page, `mail/page-mails-${shape}`);
        await page.getByRole('link', { name: /Invito al Business Center/ }).click();
        const frame = page.frameLocator('iframe');
        const button = frame.getByRole('link', { name: 'Inizia ora' });
        await button.waitFor();
        await keepPicture(page, `mail/page-mail-${shape}`);
        const [opened] = await Promise.all([page.waitForEvent('popup'), button.click()]);
        await opened.waitForURL(/\/invitation\/[\w-]{43}$/);
        await page.getByRole('link', { name: /^(Source|Origine)$/ }).click();
        await page.getByText('MIME-Version').waitFor();
        await keepPicture(page, `mail/page-source-${shape}`);
        // No sideways scrolling.
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
        assert.deepEqual(problems, []);
        await page.close();
      });
    }

    for (const [shape, { locale }] of Object.entries(shapes)) {
      it(`is for reading aloud and for the keyboard, also where one writes and where something is wrong: ${shape}`, async () => {
        const id = await send('invitation');
        const context = await browser.newContext({ ...shapes[shape as keyof typeof shapes], bypassCSP: true });
        const page = await context.newPage();
        const words = textsFor(locale).sandboxMailbox;
        const look = async (name: string) => {
          await page.evaluate(axe);
          // The mail's own content is looked at where mails are rendered.
          const { violations } = (await page.evaluate('axe.run({ exclude: ["iframe"] })')) as {
            violations: { id: string }[];
          };
          assert.deepEqual(
            violations.map((violation) => violation.id),
            [],
            name,
          );
          assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), name);
          await keepPicture(page, `mail/page-${name}-${shape}`);
        };
        await page.goto(`${sandbox.origin}/sandbox/mailbox/${giulia.email}/${id}`);
        await page.getByRole('link', { name: words.reply, exact: true }).click();
        await look('reply');
        assert.equal(await page.evaluate('document.activeElement.id'), 'text');
        // By keyboard alone: nothing typed, over the switch to the button.
        for (const key of ['Tab', 'Space', 'Tab', 'Enter']) await page.keyboard.press(key);
        await page.getByText(words.mistake.noMessage).waitFor();
        assert.equal(await page.evaluate('document.activeElement.id'), 'text');
        assert.ok(await page.getByRole('checkbox', { name: words.forged }).isChecked());
        await look('mistake');
        await page.keyboard.type('ok');
        await page.getByRole('button', { name: words.send }).click();
        await page
          .getByRole('status')
          .getByText(/usher\+ref-/)
          .waitFor();
        await look('sent');
        await page.goto(`${sandbox.origin}/sandbox/mailbox/${usher}`);
        await page.getByRole('link', { name: /Invito al Business Center/ }).click();
        await page.getByText(words.unsigned, { exact: true }).waitFor();
        await look('of-usher');
        await context.close();
      });
    }

    it('shows new mail by itself', async () => {
      const { page, problems } = await openPage('desktop');
      await page.goto(`${sandbox.origin}/sandbox/mailbox/${giulia.email}`);
      await page.getByText('No mail yet').waitFor();
      await page.waitForResponse((response) => response.url().endsWith(giulia.email));
      await send('domain-verified');
      await page.getByRole('link', { name: /Dominio verificato/ }).waitFor();
      await page.getByText('New mail has arrived.').waitFor({ state: 'attached' });
      await page.locator('.count').first().waitFor();
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('draws every mail on a desktop, on a phone and in the dark', async () => {
      for (const [name, notice] of Object.entries(notices)) {
        for (const [shape, { viewport, colorScheme }] of Object.entries(shapes)) {
          if (shape !== 'phone' && !['invitation', 'request-for-an-invitation', 'domain-not-verified'].includes(name))
            continue;
          const page = await browser.newPage({
            viewport: { width: Math.min(viewport.width, 800), height: 600 },
            colorScheme,
          });
          const link = `${sandbox.origin}/invitation/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE`;
          const about = { mailbox: usher, ...(hasSecretLink(notice) && { link }) };
          const { html } = await renderMail(notice, { ...giulia, language: shape === 'desktop' ? 'en' : 'it' }, about);
          await page.setContent(html);
          await keepPicture(page, `mail/${name}-${shape}`, { fullPage: true });
          assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), name);
          await page.close();
        }
      }
    });
  });
});
