import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { noticeLink } from '../../../mail/noticeLink.ts';
import { Credential } from '../../../models/credential.ts';
import { OutgoingMail } from '../../../models/outgoingMail.ts';
import { hashPassword } from '../../../onboarding/password/hashPassword.ts';
import { people } from '../../onboarding/people.ts';
import { scene } from '../../onboarding/scene.ts';
import { type Site, startSite } from '../../web/site.ts';
import { chromiumPath, launchChromium } from '../chromium.ts';
import { inLooks } from '../inLooks.ts';

const password = 'quattro gatti nella neve';
const newPassword = 'sette nani sotto un melo';
/** How long something may take to appear before its absence counts, in milliseconds: long, for it only ends a failed test. */
const patience = 120_000;

(chromiumPath ? describe : describe.skip)('passwords, in the browser', () => {
  const here = scene();
  let site: Site;
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());
  beforeEach(async () => {
    site = await startSite(here.house);
  });
  afterEach(() => site.close());

  const words = {
    en: {
      forgot: 'Forgot your password?',
      send: 'Send the link',
      look: 'Look in your mailbox',
      set: 'Set the new password',
      short: 'Take at least 12 characters.',
      isSet: 'Your new password is set. Sign in with it.',
      signIn: 'Sign in',
      change: 'Change password',
      wrong: 'This is not your current password.',
      changed: 'Your password was changed.',
      dead: 'This link does not work any more',
    },
    it: {
      forgot: 'Hai dimenticato la password?',
      send: 'Invia il link',
      look: 'Controlla la posta',
      set: 'Imposta la nuova password',
      short: 'Usa almeno 12 caratteri.',
      isSet: 'La nuova password è impostata. Usala per accedere.',
      signIn: 'Accedi',
      change: 'Cambia password',
      wrong: 'Non è la tua password attuale.',
      changed: 'La password è stata cambiata.',
      dead: 'Questo link non funziona più',
    },
  };

  for (const [language, person] of [
    ['en', people.omar],
    ['it', people.marco],
  ] as const) {
    it(`replaces a forgotten password by the mailed link, and changes it, by keyboard alone (${language})`, async () => {
      const say = words[language];
      const passwordHash = await hashPassword(password);
      await Credential.create({ _id: person.email, passwordHash, createdAt: new Date() });
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: language,
      });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      const look = (name: string) => inLooks(page, `pages/password-${name}`, language);
      /** Types into fields one after the other, then sends the form. */
      const type = async (first: string, ...texts: string[]) => {
        await page.locator(`#${first}`).focus();
        for (const [at, text] of texts.entries()) {
          if (at > 0) await page.keyboard.press('Tab');
          await page.keyboard.type(text);
        }
        await page.keyboard.press('Enter');
      };
      const headed = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();

      await page.goto(`${site.origin}/sign-in`);
      await page.getByRole('link', { name: say.forgot }).focus();
      await page.keyboard.press('Enter');
      await headed(say.forgot);
      await look('forgot');
      await type('email', 'omar');
      await page.getByRole('alert').waitFor();
      await look('forgotWrong');
      await page.fill('#email', '');
      await type('email', person.email);
      await headed(say.look);
      await look('asked');

      await here.house.work();
      const mail = await OutgoingMail.findOne({ 'to.email': person.email, 'notice.kind': 'passwordReset' }).lean();
      assert.ok(mail);
      const link = noticeLink(mail.notice, { linkSecret: here.house.linkSecret, publicUrl: site.origin }) ?? '';
      await page.goto(link);
      await look('choose');
      await type('password', 'corta', 'corta');
      await page.getByText(say.short, { exact: true }).waitFor();
      await look('chooseWrong');
      await type('password', newPassword, newPassword);
      await page.getByRole('status').getByText(say.isSet).waitFor();
      await look('set');
      await type('email', person.email, newPassword);
      await page.waitForURL('**/home');
      await page.getByRole('link', { name: say.change }).focus();
      await page.keyboard.press('Enter');
      await headed(say.change);
      await look('change');
      await type('current', 'wrong', password, password);
      await page.getByText(say.wrong, { exact: true }).waitFor();
      await look('changeWrong');
      await type('current', newPassword, password, password);
      await page.getByRole('status').getByText(say.changed).waitFor();
      await look('changed');
      await page.goto(link);
      await headed(say.dead);
      await look('dead');
      await context.close();
    });
  }
});
