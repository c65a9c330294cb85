import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';
import { openScene, type Scene } from './scene.ts';

const giuliaAddress = 'giulia.romano@contoso.com';
const marcoAddress = 'marco.ferri@contoso.com';
const omarAddress = 'omar.haddad@contoso.com';
const password = 'quattro gatti nella neve';

// One start serves all: a test goes on where the one before stopped.
(chromiumPath ? describe : describe.skip)('answering by mail, in a browser', () => {
  let scene: Scene;
  before(async () => {
    scene = await openScene();
  });
  after(() => scene?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await scene?.pictures(`failed-${this.currentTest.title.slice(0, 30)}`);
  });

  /** Opens the newest mail of somebody's whose subject and beginning match. */
  async function mailOf(address: string, words: RegExp): Promise<Page> {
    const page = await scene.open(`/sandbox/mailbox/${address}`);
    // The page shows new mail by itself.
    await page.locator('.mails li').filter({ hasText: words }).getByRole('link').first().click();
    await page.locator('iframe').waitFor();
    return page;
  }

  async function writes(page: Page, text: string, { forged = false } = {}): Promise<void> {
    await page.getByLabel('Messaggio', { exact: true }).fill(text);
    if (forged) await page.getByLabel('Falsificato').check();
    await page.getByRole('button', { name: 'Invia' }).click();
    await page.getByText('Inviato a ').first().waitFor();
  }

  /** Answers the mail that is open. */
  async function replies(page: Page, text: string, options?: { forged: boolean }): Promise<void> {
    await page.getByRole('link', { name: 'Rispondi', exact: true }).click();
    await writes(page, text, options);
  }

  async function keep(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: `screenshots/browser/mail-${name}.png`, fullPage: true });
  }

  /** Finds a mail in Usher's own mailbox, in the folder for what became of it. */
  async function isFiled(folder: string, words: string): Promise<void> {
    const page = await scene.open('/sandbox/mailbox/usher@businesscenter.example');
    await page.locator('.mails li').filter({ hasText: words }).filter({ hasText: folder }).first().waitFor();
    await keep(page, folder.replace(': ', '-').toLowerCase());
    await page.close();
  }

  it('answers a request in plain words, and a reply that names a button', async () => {
    const page = await scene.open(`/sandbox/mailbox/${omarAddress}`);
    await page.getByRole('link', { name: 'Scrivi', exact: true }).click();
    await writes(page, 'chi è il mio amministratore?');
    await page.close();
    const answer = await mailOf(omarAddress, /Il tuo Amministratore account acquisti/);
    await answer.frameLocator('iframe').getByText('Marco Ferri, marco.ferri@contoso.com').waitFor();
    await answer.frameLocator('iframe').getByText('“Verifica il mio ruolo”').waitFor();
    await keep(answer, '1-answer');
    await replies(answer, 'Verifica il mio ruolo');
    await answer.close();
    const roles = await mailOf(omarAddress, /I tuoi ruoli/);
    await roles.frameLocator('iframe').getByText('Visualizzatore report').first().waitFor();
    await keep(roles, '2-roles');
    await roles.close();
  });

  it('takes a forged answer from nobody, and asks the real administrator', async () => {
    const [giulia, marco] = [await scene.chat('Giulia'), await scene.chat('Marco')];
    await giulia.says('parla italiano per favore');
    await giulia.sees('D’ora in poi parlo italiano');
    await marco.says('italiano');
    await marco.sees('D’ora in poi parlo italiano');
    await giulia.says('chi è il mio amministratore?');
    await giulia.sees('Il tuo Amministratore account acquisti');
    await giulia.presses('Chiedi un invito');
    await giulia.sees('Lo chiederò a chi può invitare persone');
    await giulia.fills('Messaggio', 'Mi servono i report per la chiusura.');
    await giulia.presses('Chiedi un invito');
    await giulia.sees('Ho chiesto un invito a');
    await marco.sees('Qualcuno chiede un invito');
    await marco.picture('mail-3-request');

    const mail = await mailOf(marcoAddress, /Una persona chiede un invito/);
    await keep(mail, '4-request');
    await replies(mail, 'approvo, visualizzatore report', { forged: true });
    await keep(mail, '5-forged');
    await marco.sees('Hai scritto tu questo messaggio?');
    await marco.picture('mail-6-confirm');
    await mail.close();
    await isFiled('Usher: unproven', 'approvo, visualizzatore report');
    const none = await scene.open(`/sandbox/mailbox/${giuliaAddress}`);
    assert.equal(await none.locator('.mails li a').count(), 0);
    await none.close();
  });

  it('approves by reply, and tells it everywhere', async () => {
    const [giulia, marco] = [await scene.chat('Giulia'), await scene.chat('Marco')];
    const mail = await mailOf(marcoAddress, /Una persona chiede un invito/);
    await replies(mail, 'ok, ma solo come visualizzatore report');
    await giulia.sees('La tua richiesta è stata approvata');
    await giulia.picture('mail-7-told');
    await marco.sees(/Approvata da .*per posta elettronica: Visualizzatore report/);
    await marco.picture('mail-8-card');
    await mail.close();
    const answer = await mailOf(marcoAddress, /Richiesta approvata/);
    await keep(answer, '9-answer');
    await answer.close();
    await isFiled('Usher: decisions', 'ok, ma solo come visualizzatore report');
  });

  it('lets in by the link of the invitation, with the role that was given', async () => {
    const marco = await scene.chat('Marco');
    const mail = await mailOf(giuliaAddress, /Invito al Business Center/);
    await keep(mail, '10-invitation');
    const start = mail.frameLocator('iframe').getByRole('link', { name: 'Inizia ora' });
    const [page] = await Promise.all([mail.waitForEvent('popup'), start.click()]);
    await page.getByRole('heading', { name: 'Crea un account aziendale' }).waitFor();
    await page.fill('#password', password);
    await page.fill('#confirmation', password);
    await keep(page, '11-create');
    await page.locator('main button.primary').click();
    await page.waitForURL('**/home');
    await keep(page, '12-home');
    await page.getByRole('heading', { name: 'Visualizzatore report' }).waitFor();
    await marco.sees('Invito accettato');
    await marco.picture('mail-13-accepted');
  });
});
