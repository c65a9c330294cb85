import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Invitation } from '../../../models/invitation.ts';
import { chatPeople } from '../../../sandbox/chatPeople.ts';
import { mountIdentity } from '../../../sandbox/identity/mountIdentity.ts';
import { entraSignIn } from '../../../web/signIn/entraSignIn.ts';
import { microsoftReturnPath } from '../../../web/signIn/microsoftSignIn.ts';
import { people } from '../../onboarding/people.ts';
import { scene } from '../../onboarding/scene.ts';
import { linkOf, type Site, startSite } from '../../web/site.ts';
import { chromiumPath, launchChromium } from '../chromium.ts';
import { hindersNobody } from '../hindersNobody.ts';

const password = 'quattro gatti nella neve';
/** How long something may take to appear before its absence counts, in milliseconds: long, for it only ends a failed test. */
const patience = 120_000;

(chromiumPath ? describe : describe.skip)('entering, in the browser', () => {
  const here = scene();
  let site: Site;
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());
  beforeEach(async () => {
    const { house } = here;
    site = await startSite(house, {}, (server, origin) => {
      const redirectUri = origin + microsoftReturnPath;
      const named = chatPeople.map((person) => ({ ...person, name: `${person.firstName} ${person.lastName}` }));
      const identity = mountIdentity(server, { doors: [{ redirectUri, people: named }], origin });
      const domains = ['contoso.com', 'fabrikam.com'];
      return { microsoft: entraSignIn({ ...identity, domains, redirectUri, log: house.log, overHttp: true }) };
    });
  });
  afterEach(() => site.close());

  async function open(
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) assert.fail(message.text());
    });
    return { context, page };
  }

  for (const [language, locale] of [
    ['en', 'en-GB'],
    ['it', 'it-IT'],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`hinders nobody on any page (${language}, ${colorScheme})`, async () => {
        const { context, page } = await open({ locale, colorScheme });
        const fine = (name: string) => hindersNobody(page, `pages/${name}-${language}-${colorScheme}`);
        await Invitation.updateOne({ email: people.anna.email }, { $set: { language } });
        const link = await linkOf(here.house, people.anna.email);

        await page.goto(`${site.origin}/`);
        await fine('start');
        await page.goto(`${site.origin}/privacy`);
        await fine('privacy');
        await page.goto(`${site.origin}/nowhere`);
        await fine('notFound');
        await page.goto(`${site.origin}/sign-in`);
        await fine('signIn');
        await page.fill('#email', 'nobody@contoso.com');
        await page.locator('main button.primary').click();
        await page.locator('[role=alert]').waitFor();
        await fine('signInWrong');
        await page.locator('a[href="/resend-invitation"]').click();
        await fine('resend');
        await page.locator('main button.primary').click();
        await page.locator('[role=alert]').waitFor();
        await fine('resendWrong');
        await page.goto(`${site.origin}/invitation/x`);
        await fine('unknownLink');
        await page.goto(site.origin + link);
        await fine('createAccount');
        await page.fill('#lastName', '');
        await page.fill('#password', 'Password2026!!');
        await page.locator('main button.primary').click();
        await page.locator('[role=alert]').waitFor();
        await fine('createAccountWrong');
        await page.fill('#lastName', 'Keller');
        await page.fill('#password', password);
        await page.fill('#confirmation', password);
        await page.locator('main button.primary').click();
        await page.waitForURL('**/home');
        await fine('home');
        await page.locator('summary').click();
        await fine('homeMenu');
        await page.locator('.menu button').click();
        await page.locator('[role=status]').waitFor();
        await fine('signedOut');
        await page.goto(site.origin + link);
        await fine('usedLink');
        await Invitation.updateOne({ email: people.anna.email }, { $set: { state: 'revoked' } });
        await page.goto(site.origin + link);
        await fine('revokedLink');
        await page.goto(`${site.origin}/sign-in`);
        await page.locator('a.microsoft').click();
        await page.locator('#as').waitFor();
        await fine('testSignIn');
        await page.getByRole('link', { name: /Giulia Romano/ }).click();
        await page.waitForURL('**/no-access');
        await fine('noAccess');
        await context.close();
      });
    }
  }

  it('fits a telephone, and forced colours', async () => {
    const { context, page } = await open({ viewport: { width: 320, height: 640 }, forcedColors: 'active' });
    await page.goto(site.origin + (await linkOf(here.house, people.anna.email)));
    await hindersNobody(page, 'pages/createAccount-phone-forced');
    await page.emulateMedia({ forcedColors: 'none' });
    await hindersNobody(page, 'pages/createAccount-phone');
    await page.goto(`${site.origin}/sign-in`);
    await hindersNobody(page, 'pages/signIn-phone');
    await context.close();
  });

  it('works without script, by keyboard alone, from the link to the home page', async () => {
    const { context, page } = await open({ javaScriptEnabled: false });
    await Invitation.updateOne({ email: people.anna.email }, { $set: { language: 'it' } });
    await page.goto(site.origin + (await linkOf(here.house, people.anna.email)));
    await page.keyboard.press('Tab');
    assert.equal(await page.locator(':focus').textContent(), 'Vai al contenuto');
    await page.locator('#password').focus();
    await page.keyboard.type('corta');
    await page.keyboard.press('Enter');
    await page.getByText('Usa almeno 12 caratteri.', { exact: true }).waitFor();
    assert.equal(await page.inputValue('#password'), '');
    await page.locator('#password').focus();
    await page.keyboard.type(password);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ti diamo il benvenuto, Anna' }).waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Welcome, Anna' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/home');
    await context.close();
  });

  it('lets in once when the button is clicked twice', async () => {
    const { context, page } = await open();
    await page.goto(site.origin + (await linkOf(here.house, people.anna.email)));
    await page.fill('#password', password);
    await page.fill('#confirmation', password);
    await page.locator('main button.primary').dblclick();
    await page.getByRole('heading', { name: 'Welcome, Anna' }).waitFor();
    await context.close();
  });

  it('accepts with Microsoft, at the stand-in', async () => {
    const { context, page } = await open({ locale: 'it-IT' });
    await page.goto(site.origin + (await linkOf(here.house, people.anna.email)));
    await page.getByRole('link', { name: 'Italiano' }).click();
    await page.getByRole('link', { name: 'Accedi con Microsoft' }).click();
    await page.getByRole('link', { name: /Anna Keller/ }).click();
    await page.getByRole('heading', { name: 'Accetta l’invito' }).waitFor();
    await hindersNobody(page, 'pages/accept');
    await page.getByRole('button', { name: 'Accetta' }).click();
    await page.getByRole('heading', { name: 'Ti diamo il benvenuto, Anna' }).waitFor();
    await context.close();
  });
});
