import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { textsFor } from '../../language/texts.ts';
import { chromiumPath } from './chromium.ts';
import { hindersNobody } from './hindersNobody.ts';
import { openScene, type Scene } from './scene.ts';

const giuliaAddress = 'giulia.romano@contoso.com';
const marcoAddress = 'marco.ferri@contoso.com';
const omarAddress = 'omar.haddad@contoso.com';
const password = 'quattro gatti nella neve';

const said = {
  en: {
    language: 'english please',
    whoIs: 'who is my administrator?',
    forTheReports: 'I need the reports for the closing.',
    forged: 'approved, report viewer',
    approves: 'ok, but only as report viewer',
    approvedByMail: /Approved by .*by mail: Report Viewer/,
  },
  it: {
    language: 'parla italiano per favore',
    whoIs: 'chi è il mio amministratore?',
    forTheReports: 'Mi servono i report per la chiusura.',
    forged: 'approvo, visualizzatore report',
    approves: 'ok, ma solo come visualizzatore report',
    approvedByMail: /Approvata da .*per posta elettronica: Visualizzatore report/,
  },
};

for (const language of ['en', 'it'] as const) answeringByMail(language);

// One start serves all: a test goes on where the one before stopped.
function answeringByMail(language: 'en' | 'it'): void {
  (chromiumPath ? describe : describe.skip)(`answering by mail, in a browser (${language})`, () => {
    const texts = textsFor(language);
    const mailbox = texts.sandboxMailbox;
    const sentences = said[language];
    let scene: Scene;
    before(async () => {
      scene = await openScene(language);
    });
    after(() => scene?.close());
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await scene?.pictures(`failed-${this.currentTest.title.slice(0, 30)}`);
    });

    /** Opens the newest mail of somebody's whose subject and beginning match. */
    async function mailOf(address: string, words: RegExp | string): Promise<Page> {
      const page = await scene.open(`/sandbox/mailbox/${address}`);
      // The page shows new mail by itself.
      await page.locator('.mails li').filter({ hasText: words }).getByRole('link').first().click();
      await page.locator('iframe').waitFor();
      return page;
    }

    async function writes(page: Page, text: string, { forged = false } = {}): Promise<void> {
      await page.getByLabel(mailbox.message, { exact: true }).fill(text);
      if (forged) await page.getByLabel(mailbox.forged, { exact: true }).check();
      await page.getByRole('button', { name: mailbox.send, exact: true }).click();
      await page
        .getByText(mailbox.sentTo({ recipients: '' }).slice(0, -1))
        .first()
        .waitFor();
    }

    /** Answers the mail that is open. */
    async function replies(page: Page, text: string, options?: { forged: boolean }): Promise<void> {
      await page.getByRole('link', { name: mailbox.reply, exact: true }).click();
      await writes(page, text, options);
    }

    async function keep(page: Page, name: string): Promise<void> {
      await hindersNobody(page, `browser/mail-${language}-${name}`);
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
      await page.getByRole('link', { name: mailbox.write, exact: true }).click();
      await writes(page, sentences.whoIs);
      await page.close();
      const answer = await mailOf(omarAddress, texts.findAdministrator.title);
      await answer.frameLocator('iframe').getByText('Marco Ferri, marco.ferri@contoso.com').waitFor();
      await answer.frameLocator('iframe').getByText(`“${texts.walks.checkRole}”`).waitFor();
      await keep(answer, '1-answer');
      await replies(answer, texts.walks.checkRole);
      await answer.close();
      const roles = await mailOf(omarAddress, texts.checkRole.title);
      await roles.frameLocator('iframe').getByText(texts.roles.reportViewer).first().waitFor();
      await keep(roles, '2-roles');
      await roles.close();
    });

    it('takes a forged answer from nobody, and asks the real administrator', async () => {
      const [giulia, marco] = [await scene.chat('Giulia'), await scene.chat('Marco')];
      await giulia.says(sentences.language);
      await giulia.sees(texts.changeLanguage.done);
      await marco.says(sentences.language);
      await marco.sees(texts.changeLanguage.done);
      await giulia.says(sentences.whoIs);
      await giulia.sees(texts.findAdministrator.title);
      await giulia.presses(texts.findAdministrator.ask);
      await giulia.sees(/Lo chiederò a chi può invitare|I will ask those who may invite/);
      await giulia.fills(texts.fields.message, sentences.forTheReports);
      await giulia.presses(texts.findAdministrator.ask);
      await giulia.sees(/Ho chiesto un invito a|I asked .* for an invitation/);
      await marco.sees(texts.accessRequest.title.invitation);
      await marco.picture('mail-3-request');

      const mail = await mailOf(marcoAddress, texts.mail.accessRequested.headingInvitation);
      await keep(mail, '4-request');
      await replies(mail, sentences.forged, { forged: true });
      await keep(mail, '5-forged');
      await marco.sees(texts.mail.mailUnproven.subject);
      await marco.picture('mail-6-confirm');
      await mail.close();
      await isFiled('Usher: unproven', sentences.forged);
      const none = await scene.open(`/sandbox/mailbox/${giuliaAddress}`);
      assert.equal(await none.locator('.mails li a').count(), 0);
      await none.close();
    });

    it('approves by reply, and tells it everywhere', async () => {
      const [giulia, marco] = [await scene.chat('Giulia'), await scene.chat('Marco')];
      const mail = await mailOf(marcoAddress, texts.mail.accessRequested.headingInvitation);
      await replies(mail, sentences.approves);
      await giulia.sees(texts.notices.accessRequestDecided.approvedTitle);
      await giulia.picture('mail-7-told');
      await marco.sees(sentences.approvedByMail);
      await marco.picture('mail-8-card');
      await mail.close();
      const answer = await mailOf(marcoAddress, texts.mail.answer.approvedHeading);
      await keep(answer, '9-answer');
      await answer.close();
      await isFiled('Usher: decisions', sentences.approves);
    });

    it('lets in by the link of the invitation, with the role that was given', async () => {
      const marco = await scene.chat('Marco');
      const mail = await mailOf(giuliaAddress, /Invito al Business Center|Invitation to the Business Center/);
      await keep(mail, '10-invitation');
      const start = mail.frameLocator('iframe').getByRole('link', { name: texts.mail.invitation.startNow });
      const [page] = await Promise.all([mail.waitForEvent('popup'), start.click()]);
      await page.getByRole('heading', { name: texts.pages.invitation.title }).waitFor();
      await page.fill('#password', password);
      await page.fill('#confirmation', password);
      await keep(page, '11-create');
      await page.locator('main button.primary').click();
      await page.waitForURL('**/home');
      await keep(page, '12-home');
      await page.getByRole('heading', { name: texts.roles.reportViewer }).waitFor();
      await marco.sees(texts.invitationNews.title.accepted);
      await marco.picture('mail-13-accepted');
    });
  });
}
