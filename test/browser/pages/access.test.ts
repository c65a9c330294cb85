import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AccessRequest } from '../../../models/accessRequest.ts';
import { Invitation } from '../../../models/invitation.ts';
import { Membership } from '../../../models/membership.ts';
import type { Actor } from '../../../onboarding/actor.ts';
import { addDomain } from '../../../onboarding/addDomain.ts';
import { askForInvitation } from '../../../onboarding/askForInvitation.ts';
import { startSession } from '../../../onboarding/startSession.ts';
import { people } from '../../onboarding/people.ts';
import { outcomeOf } from '../../onboarding/refusalOf.ts';
import { scene } from '../../onboarding/scene.ts';
import { type Site, startSite } from '../../web/site.ts';
import { chromiumPath, launchChromium } from '../chromium.ts';
import { inLooks } from '../inLooks.ts';

/** How long something may take to appear before its absence counts, in milliseconds: long, for it only ends a failed test. */
const patience = 120_000;

(chromiumPath ? describe : describe.skip)('managing access, in the browser', () => {
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

  /** Somebody's browser, signed in. */
  async function open(actor: Actor, language: 'en' | 'it'): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(patience);
    await context.addCookies([
      { name: 'usher-session', value: await startSession(actor, 'password'), url: site.origin },
      { name: 'usher-language', value: language, url: site.origin },
    ]);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) assert.fail(message.text());
    });
    return { context, page };
  }

  const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();
  const told = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words).waitFor();
  const warned = (page: Page, words: string | RegExp) => page.getByRole('alert').getByText(words).first().waitFor();

  async function fillIn(page: Page, person: { email: string; firstName: string; lastName: string; role: string }) {
    await page.getByLabel(/^(E-mail address|Indirizzo di posta elettronica)$/).fill(person.email);
    await page.getByLabel(/^(First name|Nome)$/).fill(person.firstName);
    await page.getByLabel(/^(Last name|Cognome)$/).fill(person.lastName);
    await page.getByLabel(person.role, { exact: true }).check();
  }
  const nora = {
    email: 'nora.bianchi@contoso.com',
    firstName: 'Nora',
    lastName: 'Bianchi',
  };

  const asks = async () =>
    outcomeOf(
      await askForInvitation(here.house, people.giulia, {
        purchasingAccountId: here.ids.contoso,
        message: 'Mi servono i report\ndi fine mese.',
      }),
      'asked',
    ).requestId;

  const words = {
    en: {
      invite: 'Invite a user',
      send: 'Invite',
      another: 'Invite another',
      sendAnyway: 'Invite anyway',
      role: 'Report Viewer',
      chooseRole: 'Please choose at least one role.',
      next: 'Who is next?',
      again: 'Send again',
      sentAgain: 'is on its way to nora.bianchi@example.org again.',
      correct: 'Send it there',
      corrected: 'The invitation now goes to nora.bianchi@contoso.com.',
      withdraw: 'Withdraw it',
      withdrawn: 'is withdrawn.',
      approve: 'Approve',
      approved: /^Approved by Marco Ferri .* on the site: Report Viewer/,
      addDomain: 'Add a domain',
      check: 'Check now',
      notThere: 'The record is not there yet.',
      there: 'The record is there: the domain is verified.',
      remove: 'Remove',
      removeYes: 'Yes, remove it',
    },
    it: {
      invite: 'Invita un utente',
      send: 'Invita',
      another: 'Invita un altro utente',
      sendAnyway: 'Invita comunque',
      role: 'Visualizzatore report',
      chooseRole: 'Scegli almeno un ruolo.',
      next: 'Chi è la prossima persona?',
      again: 'Invia di nuovo',
      sentAgain: 'è partito di nuovo per nora.bianchi@example.org.',
      correct: 'Invia a questo indirizzo',
      corrected: 'Ora l’invito va a nora.bianchi@contoso.com.',
      withdraw: 'Ritira',
      withdrawn: 'è stato ritirato.',
      approve: 'Approva',
      approved: /^Approvata da Marco Ferri .* nel sito: Visualizzatore report/,
      addDomain: 'Aggiungi un dominio',
      check: 'Controlla ora',
      notThere: 'Il record non c’è ancora.',
      there: 'Il record c’è: il dominio è verificato.',
      remove: 'Rimuovi',
      removeYes: 'Sì, rimuovilo',
    },
  };

  for (const language of ['en', 'it'] as const) {
    const say = words[language];
    const look = (page: Page, name: string) => inLooks(page, `pages/access-${name}`, language);

    it(`invites, sends again, corrects and withdraws, whatever it looks like (${language})`, async () => {
      const { context, page } = await open(people.marco, language);
      await page.goto(`${site.origin}/access`);
      await look(page, 'users');
      await page.getByRole('link', { name: say.invite }).click();
      await look(page, 'invite');
      await press(page, say.send);
      await warned(page, say.chooseRole);
      await look(page, 'inviteWrong');
      await fillIn(page, { ...nora, role: say.role });
      await press(page, say.another);
      await told(page, say.next);
      await look(page, 'inviteAnother');
      await fillIn(page, { ...nora, email: 'nora.bianchi@example.org', role: say.role });
      await press(page, say.send);
      await warned(page, /nora.bianchi@example.org/);
      await look(page, 'inviteOutside');
      await press(page, say.sendAnyway);
      await told(page, /nora.bianchi@example.org/);
      await look(page, 'invitation');
      await press(page, say.again);
      await told(page, say.sentAgain);
      const address = page.locator('#email');
      await address.fill('nora.bianchi@contoso.com');
      await press(page, say.correct);
      await warned(page, /./);
      await look(page, 'correctWrong');
      await Invitation.deleteOne({ email: nora.email });
      await press(page, say.correct);
      await told(page, say.corrected);
      await press(page, say.withdraw);
      await told(page, say.withdrawn);
      assert.equal(await page.locator('main form').count(), 0);
      await look(page, 'invitationWithdrawn');
      await page.locator('main .back a').click();
      await page.getByRole('cell', { name: nora.email }).waitFor();
      await look(page, 'usersAndInvitations');
      await context.close();
    });

    it(`decides a request, whatever it looks like (${language})`, async () => {
      await asks();
      const { context, page } = await open(people.marco, language);
      await page.goto(`${site.origin}/access/requests`);
      await look(page, 'requests');
      await page.getByRole('link', { name: 'Giulia Romano' }).click();
      await look(page, 'request');
      await press(page, say.approve);
      await warned(page, say.chooseRole);
      await look(page, 'requestWrong');
      await page.getByLabel(say.role, { exact: true }).check();
      await press(page, say.approve);
      await told(page, say.approved);
      assert.equal(await page.locator('main form').count(), 0);
      await look(page, 'requestDecided');
      await context.close();
    });

    it(`adds, checks and removes a domain, whatever it looks like (${language})`, async () => {
      const { context, page } = await open(people.marco, language);
      await page.goto(`${site.origin}/access/domains`);
      await page.locator('#name').fill('outlook.com');
      await press(page, say.addDomain);
      await warned(page, /./);
      await look(page, 'domainWrong');
      await page.locator('#name').fill('contoso.example');
      await press(page, say.addDomain);
      const card = page.locator('section').filter({ hasText: 'contoso.example' });
      const record = (await card.locator('code').first().textContent()) ?? '';
      here.house.txt.set('contoso.example', ['something else']);
      await press(page, say.check);
      await card.getByRole('status').getByText(say.notThere).waitFor();
      await look(page, 'domainNotThere');
      here.house.txt.set('contoso.example', [record]);
      here.later({ seconds: 6 });
      await press(page, say.check);
      await card.getByRole('status').getByText(say.there).waitFor();
      await card.locator('summary').click();
      await look(page, 'domains');
      await card.getByRole('button', { name: say.removeYes }).click();
      await card.waitFor({ state: 'detached' });
      await context.close();
    });

    it(`shows profile, agreements, several accounts, and what is not theirs, whatever it looks like (${language})`, async () => {
      const roles = [{ role: 'accountAdministrator' as const, since: new Date(), givenBy: people.marco.email }];
      await Membership.create({
        email: people.marco.email,
        firstName: 'Marco',
        lastName: 'Ferri',
        language: 'it',
        purchasingAccount: here.ids.fabrikam,
        roles,
      });
      const { context, page } = await open(people.marco, language);
      await page.goto(`${site.origin}/home`);
      await look(page, 'profile');
      await page.goto(`${site.origin}/access/agreements`);
      await look(page, 'agreements');
      await page.goto(`${site.origin}/access/users?account=${here.ids.fabrikam}`);
      await page.getByRole('cell', { name: people.anna.email }).waitFor();
      await look(page, 'secondAccount');
      await page.goto(`${site.origin}/access/users?account=x`);
      await look(page, 'notFound');
      await context.close();
      const omar = await open(people.omar, language);
      await omar.page.goto(`${site.origin}/access/users`);
      await look(omar.page, 'notYours');
      await omar.context.close();
    });
  }

  it('opens what is theirs inside of the window, however narrow that is', async () => {
    const { context, page } = await open(people.marco, 'it');
    for (const width of [320, 360, 683, 1280]) {
      await page.setViewportSize({ width, height: 600 });
      await page.goto(`${site.origin}/access/users`);
      await page.getByText('Marco Ferri').first().click();
      const { x = -1, width: wide = 0 } = (await page.getByRole('button', { name: 'Esci' }).boundingBox()) ?? {};
      assert.ok(x >= 0 && x + wide <= width, `${width}: ${x}`);
    }
    await context.close();
  });

  it('is printed dark on light, also by whoever sees it light on dark', async () => {
    const { context, page } = await open(people.marco, 'en');
    await page.goto(`${site.origin}/access/users`);
    const colors = () =>
      page.evaluate(
        '[getComputedStyle(document.body).color, getComputedStyle(document.querySelector("main")).backgroundColor]',
      );
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    assert.deepEqual(await colors(), ['rgb(36, 36, 36)', 'rgb(255, 255, 255)']);
    await context.close();
  });

  it('invites somebody by keyboard alone', async () => {
    const { context, page } = await open(people.marco, 'en');
    await page.goto(`${site.origin}/access/invite`);
    await page.keyboard.press('Tab');
    assert.equal(await page.locator(':focus').textContent(), 'Skip to content');
    await page.keyboard.press('Enter');
    for (const typed of [nora.email, nora.firstName, nora.lastName]) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(typed);
    }
    // Language and country stand as they are.
    for (let tab = 0; tab < 3; tab++) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.equal(await page.locator(':focus').getAttribute('type'), 'checkbox');
    while ((await page.locator(':focus').getAttribute('class')) !== 'primary') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await told(page, `The invitation is on its way to ${nora.email}.`);
    assert.equal(await Invitation.countDocuments({ email: nora.email }), 1);
    await context.close();
  });

  it('decides a request and removes a domain by keyboard alone', async () => {
    const requestId = await asks();
    const domain = { purchasingAccountId: here.ids.contoso, name: 'contoso.example' };
    outcomeOf(await addDomain(here.house, people.marco, domain), 'added');
    const { context, page } = await open(people.marco, 'en');
    const tabTo = async (words: RegExp) => {
      const named = async () => {
        const focused = page.locator(':focus');
        // A region that has the focus reads as all that stands in it.
        if ((await focused.getAttribute('role')) === 'region') return false;
        return words.test(`${await focused.getAttribute('id')} ${await focused.textContent()}`);
      };
      do await page.keyboard.press('Tab');
      while (!(await named()));
    };
    await page.goto(`${site.origin}/access/requests`);
    await tabTo(/Giulia Romano/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${requestId}`);
    await tabTo(/roles-accountViewer/);
    await page.keyboard.press('Space');
    await tabTo(/reason/);
    await page.keyboard.type('Welcome');
    await tabTo(/Approve/);
    await page.keyboard.press('Enter');
    await told(page, /^Approved by Marco Ferri/);
    assert.deepEqual((await AccessRequest.findById(requestId).lean())?.decision?.roles, ['accountViewer']);
    await page.goto(`${site.origin}/access/domains`);
    const card = page.locator('section').filter({ hasText: 'contoso.example' });
    await tabTo(/Check now/);
    await tabTo(/Remove/);
    await page.keyboard.press('Enter');
    await tabTo(/Yes, remove it/);
    await page.keyboard.press('Enter');
    await card.waitFor({ state: 'detached' });
    await context.close();
  });

  it('sends an invitation again once when the button is clicked twice', async () => {
    const { context, page } = await open(people.marco, 'en');
    await page.goto(`${site.origin}/access/invite`);
    await fillIn(page, { ...nora, role: 'Report Viewer' });
    await press(page, 'Invite');
    await told(page, nora.email);
    await page.locator('form[action$="/send-again"] button').dblclick();
    await told(page, `The invitation is on its way to ${nora.email} again.`);
    assert.equal((await Invitation.findOne({ email: nora.email }).lean())?.sendings, 2);
    await context.close();
  });
});
