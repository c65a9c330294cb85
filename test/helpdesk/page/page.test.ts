import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { harmlessHtml } from '../../../helpdesk/transcript/harmlessHtml.ts';
import { textsFor } from '../../../language/texts.ts';
import { chromiumPath, launchChromium } from '../../browser/chromium.ts';
import { buildProduct } from '../../browser/product.ts';
import { axeViolations, openConsole } from './console.ts';
import { ids } from './seed.ts';

const conversation = (id: string, search = '') => `/helpdesk/conversations/${encodeURIComponent(id)}${search}`;
const t = textsFor('en').helpdesk;
/** What a browser has and Node has not. */
interface Looks {
  getComputedStyle(element: unknown): { fontSize: string; lineHeight: string; outlineStyle: string };
}
/** What has to be pushed sideways to be seen. */
const pushedParts = `[...document.querySelectorAll('body *')]
  .filter((part) => part.scrollWidth > part.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(part).overflowX))
  .map((part) => part.outerHTML.slice(0, 80))`;
/** As it is on a small desk. */
const desk = { viewport: { width: 1200, height: 900 } };

(chromiumPath ? describe : describe.skip)('the console’s page', () => {
  let browser: Browser;
  before(async () => {
    await buildProduct();
    browser = await launchChromium();
  });
  after(() => browser?.close());

  describe('its list', () => {
    it('shows what comes by itself, once, also across a connection that broke', async () => {
      const { page, server, faults, close } = await openConsole(browser);
      const rows = page.getByRole('list', { name: t.list.label }).getByRole('listitem');
      await rows.filter({ hasText: 'Giulia Romano' }).waitFor();
      const say = (id: string, text: string) =>
        server.say(ids.omar, { id, at: new Date().toISOString(), direction: 'in', text });
      say('new-1', 'First of the new words');
      await rows.first().getByText('First of the new words').waitFor();
      // Nobody listens when it is said: it comes because the browser tells how far it had heard.
      server.breakOff();
      say('new-2', 'Second of the new words');
      await rows.first().getByText('Second of the new words').waitFor();
      assert.equal(await rows.filter({ hasText: 'Omar Haddad' }).count(), 1);
      assert.deepEqual(faults, []);
      await close();
    });

    it('listens to one stream, whatever is looked at, and shows the numbers in every section', async () => {
      const { page, server, close } = await openConsole(browser);
      const isOne = async () => {
        while (server.streams() !== 1) await new Promise(setImmediate);
      };
      await page.getByRole('listitem').filter({ hasText: 'Omar Haddad' }).click();
      await page.getByRole('heading', { name: 'Omar Haddad' }).waitFor();
      await isOne();
      server.say(ids.omar, { id: 'one', at: new Date().toISOString(), direction: 'in', text: 'Heard once' });
      await page.getByRole('log').getByText('Heard once').waitFor();
      for (const section of ['figures', 'audit', 'stuck', 'cannedAnswers'] as const) {
        await page.locator('nav').getByRole('link', { name: t.sections[section] }).click();
        await page
          .locator('nav')
          .getByText(t.stuckCount({ count: 5 }))
          .waitFor({ state: 'attached' });
        await isOne();
      }
      await close();
    });

    it('draws only what is in sight of tens of thousands, and goes on at its end', async () => {
      const { page, close } = await openConsole(browser, { many: 20_000 });
      const list = page.getByRole('list', { name: t.list.label });
      await list.getByRole('listitem').first().waitFor();
      const last = list.getByRole('listitem').last();
      // A page has 50 of them.
      await list.hover();
      while (Number(await last.getAttribute('aria-posinset')) < 300) await page.mouse.wheel(0, 2_000);
      assert.ok((await list.getByRole('listitem').count()) < 60);
      await close();
    });

    it('goes by arrow keys, opens by Enter, goes to the search by a slash and back by Escape', async () => {
      const { page, close } = await openConsole(browser);
      await page.getByRole('listitem').filter({ hasText: 'Giulia Romano' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Omar Haddad' }).waitFor();
      assert.ok(page.url().endsWith(conversation(ids.omar)));
      await page.keyboard.press('Escape');
      await page.getByText(t.conversation.choose).waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('zibaldone');
      await page.keyboard.press('Enter');
      await page.getByRole('listitem').filter({ hasText: 'La parola rara' }).waitFor();
      assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/helpdesk/search?q=zibaldone');
      assert.equal(await page.locator('mark').textContent(), 'zibaldone');
      await page.goBack();
      await page.getByRole('listitem').filter({ hasText: 'Giulia Romano' }).waitFor();
      await close();
    });

    it('leaves keys that are characters alone where they are turned off, also another time', async () => {
      const { page, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      const search = page.getByRole('searchbox', { name: t.list.search });
      const focused = () => page.evaluate('document.activeElement.matches("input, textarea")');
      const turn = async () => {
        await page.getByRole('button', { name: t.signedInAs({ name: 'Mira Sandberg' }) }).click();
        await page.getByRole('switch', { name: t.characterKeys }).press('Space');
        await page.keyboard.press('Escape');
      };
      await turn();
      for (const again of [false, true]) {
        if (again) await page.reload();
        await page.getByRole('complementary').waitFor();
        for (const key of ['/', 'r']) await page.keyboard.press(key);
        assert.equal(await focused(), false);
        assert.equal(await search.inputValue(), '');
      }
      await page.keyboard.press('Escape');
      await page.getByText(t.conversation.choose).waitFor();
      assert.equal(await page.getByText(t.conversation.keySearch, { exact: true }).count(), 0);
      await turn();
      await page.getByText(t.conversation.keySearch, { exact: true }).waitFor();
      await page.keyboard.press('/');
      assert.equal(await focused(), true);
      await close();
    });

    it('is gone to from the search by an arrow key, which scrolls what was said where one reads', async () => {
      const { page, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      const messages = page.getByRole('log');
      await messages.getByRole('button').first().waitFor();
      await messages.focus();
      await page.keyboard.press('ArrowUp');
      await page.locator('[role=log]:focus').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('invitation');
      await page.keyboard.press('Enter');
      await page.getByRole('list', { name: t.search.results }).getByRole('listitem').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.locator('[data-row="0"]:focus').waitFor();
      await close();
    });

    it('is where it was left when one comes back to it on a phone', async () => {
      const viewport = { width: 390, height: 700 };
      const { page, close } = await openConsole(browser, { viewport });
      await page.locator('[data-row="3"]').hover();
      await page.mouse.wheel(0, 2_000);
      const row = page.locator('[data-row="25"]');
      await row.click();
      await page.getByRole('button', { name: t.back }).click();
      await row.waitFor();
      const { y = 0 } = (await row.boundingBox()) ?? {};
      assert.ok(y > 0 && y < viewport.height, String(y));
      await close();
    });

    it('leaves the focus on the row that has it, also while that one moves up', async () => {
      const { page, server, close } = await openConsole(browser);
      const row = page.locator('[role=listitem] a').filter({ hasText: 'Omar Haddad' }).first();
      await row.focus();
      const at = new Date().toISOString();
      server.say(ids.omar, { id: 'new', at, direction: 'in', text: 'Said just now' });
      await page.locator('[role=listitem]').first().getByText('Said just now').waitFor();
      await page.locator('[role=listitem] a:focus').getByText('Omar Haddad').waitFor();
      await close();
    });

    it('hands the focus on, by keys alone, where one pane takes the place of another', async () => {
      const { page, close } = await openConsole(browser, { viewport: { width: 390, height: 844 } });
      await page.locator('[role=listitem] a').filter({ hasText: 'Omar Haddad' }).first().focus();
      await page.keyboard.press('Enter');
      await page.locator('header:focus').getByText('Omar Haddad').waitFor();
      const opener = page.getByRole('button', { name: t.conversation.showPerson });
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.locator(`button[aria-label="${t.conversation.showPerson}"]:focus`).waitFor();
      await page.getByRole('button', { name: t.back }).focus();
      await page.keyboard.press('Enter');
      await page.locator('div:focus').getByText('Omar Haddad').first().waitFor();
      await close();
    });

    it('has filters that stand beside each other, however long the names in them are', async () => {
      const choices = {
        organizations: [{ id: 'a1', name: 'Northwind Traders International Purchasing and Logistics Holding B.V.' }],
        walks: ['findAdministrator', 'inviteUser', 'person'],
        languages: ['en', 'it'],
      };
      const { page, close } = await openConsole(browser, { ...desk, me: { choices } });
      await page.getByRole('button', { name: t.list.filters }).click();
      const pane = await page.getByRole('region', { name: t.list.label }).boundingBox();
      assert.ok(pane);
      const boxes = [];
      for (const label of ['channel', 'language', 'organization', 'walk', 'from', 'to', 'person'] as const) {
        const box = await page.getByLabel(t.list[label], { exact: true }).boundingBox();
        assert.ok(box && box.width > 60, label);
        assert.ok(box.x >= pane.x && box.x + box.width <= pane.x + pane.width, label);
        boxes.push(box);
      }
      for (const [index, one] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) {
          const beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
          assert.ok(beside || one.y + one.height <= other.y || other.y + other.height <= one.y);
        }
      }
      await close();
    });

    it('says of signs alone that nothing was found, and of too many words that they are too many', async () => {
      const { page, server, close } = await openConsole(browser, { path: '/helpdesk/search?q=%25' });
      await page.getByText(t.search.nothingLong).waitFor();
      server.refusing.set('/search', { status: 400, refusal: { refused: 'wrongInput', fields: ['q'] } });
      await page.goto(`${server.origin}/helpdesk/search?q=${'a+'.repeat(20)}`);
      await page.getByText(t.search.tooLong).waitFor();
      assert.equal(await page.getByRole('button', { name: t.retry }).count(), 0);
      await close();
    });

    it('is what the filters in its address say', async () => {
      const { page, close } = await openConsole(browser, { path: '/helpdesk/conversations?state=waiting' });
      await page.getByRole('listitem').filter({ hasText: 'Giulia Romano' }).waitFor();
      assert.equal(await page.getByRole('listitem').filter({ hasText: 'Omar Haddad' }).count(), 0);
      await page.getByRole('tab', { name: t.list.states.joined }).click();
      await page.getByRole('listitem').filter({ hasText: 'Omar Haddad' }).waitFor();
      assert.equal(new URL(page.url()).search, '?state=joined');
      await page.goBack();
      await page.getByRole('listitem').filter({ hasText: 'Giulia Romano' }).waitFor();
      await close();
    });
  });

  describe('a conversation', () => {
    it('opens at its newest message, goes upwards to where it began, and shows what is said now', async () => {
      const { page, server, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      const log = page.getByRole('log');
      await log.getByText('L’ho detto ai colleghi').waitFor();
      for (;;) {
        if (await log.getByText(t.transcript.beginning).isVisible()) break;
        await log.hover();
        await page.mouse.wheel(0, -5_000);
        await page.waitForTimeout(0);
      }
      await log.getByText('Who is my purchasing administrator?').first().waitFor();
      await page.getByRole('button', { name: t.transcript.toNewest }).click();
      server.say(ids.giulia, { id: 'now', at: new Date().toISOString(), direction: 'in', text: 'È ancora lì?' });
      await log.getByText('È ancora lì?').waitFor();
      assert.equal(await log.getByText('È ancora lì?').count(), 1);
      await close();
    });

    it('opens at the message that its address names', async () => {
      const { page, close } = await openConsole(browser, { path: conversation(ids.giulia, '?message=g-old-20') });
      const meant = page.getByText('La parola rara è zibaldone.');
      await meant.waitFor();
      await assert.doesNotReject(meant.click({ trial: true }));
      await close();
    });

    it('can be read and answered zoomed to 400 %, and shows that one scrolls it by keys', async () => {
      const viewport = { width: 320, height: 256 };
      const { page, close } = await openConsole(browser, { path: conversation(ids.giulia), viewport });
      const messages = page.getByRole('log');
      const parts = [
        page.getByRole('button', { name: t.conversation.join, exact: true }),
        messages,
        page.getByRole('tab', { name: t.composer.answer, exact: true }),
      ];
      for (const part of parts) await part.waitFor();
      const boxes = (await Promise.all(parts.map((part) => part.boundingBox()))).map((box) => box ?? assert.fail());
      for (const [at, { y }] of boxes.slice(1).entries()) {
        const above = boxes[at];
        assert.ok(above && above.y + above.height <= y, 'nothing lies over anything');
      }
      assert.ok((boxes[1]?.height ?? 0) >= 120);
      await page.keyboard.press('Tab');
      await messages.focus();
      const outline = await messages.evaluate(
        (element) => (globalThis as unknown as Looks).getComputedStyle(element).outlineStyle,
      );
      assert.equal(outline, 'solid');
      await close();
    });

    it('is joined, answered with a canned answer, handed back; the draft waits while one looks elsewhere', async () => {
      const { page, server, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      await page.getByRole('button', { name: t.conversation.join }).click();
      await page.getByRole('button', { name: t.conversation.handBack }).waitFor();
      await page.getByRole('button', { name: t.composer.cannedAnswers }).click();
      await page.getByRole('button', { name: /Posta indesiderata/ }).click();
      const field = page.getByRole('textbox', { name: t.composer.answerPlaceholder({ name: 'Giulia Romano' }) });
      const words = 'Ciao Giulia, guarda nella posta indesiderata di Contoso S.p.A..\n\nMira Sandberg';
      assert.equal(await field.inputValue(), words);
      await page.getByRole('link', { name: /Omar Haddad/ }).click();
      await page.getByRole('heading', { name: 'Omar Haddad' }).waitFor();
      await page.goBack();
      assert.equal(await field.inputValue(), words);
      await field.press('Control+Enter');
      await page.getByRole('log').getByText('guarda nella posta indesiderata').waitFor();
      assert.equal(await field.inputValue(), '');
      const sent = server.posted.filter(({ path }) => path.endsWith('/answer'));
      assert.deepEqual(
        sent.map(({ body }) => (body as { text: string }).text),
        [words],
      );
      await page.getByRole('button', { name: t.conversation.handBack }).click();
      await page.getByRole('button', { name: t.conversation.join }).waitFor();
      await close();
    });

    it('says in which language its words are, for who has them read aloud, but not those of colleagues', async () => {
      const { page, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      const said = page.getByRole('log');
      await said.locator('[lang=it]').getByText('Vorrei parlare con una persona, per favore.').waitFor();
      await page.getByRole('listitem').locator('[lang=it]').first().waitFor();
      await said.getByText('Marco è in ferie').waitFor();
      assert.equal(await said.locator('[lang]').getByText('Marco è in ferie').count(), 0);
      await close();
    });

    it('is joined once by a double click, which does not hand it back either', async () => {
      const { page, server, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      await page.getByRole('button', { name: t.conversation.join }).dblclick();
      await page.getByRole('button', { name: t.conversation.handBack }).waitFor();
      await page.getByText(t.conversation.joinedNow).first().waitFor();
      assert.equal(await page.locator('.fui-Toast').getByText(t.conversation.joinedNow).count(), 1);
      assert.deepEqual(
        server.posted.map(({ path }) => path.split('/').at(-1)),
        ['join'],
      );
      await close();
    });

    for (const viewport of [
      { width: 390, height: 844 },
      { width: 900, height: 700 },
      { width: 1280, height: 800 },
    ]) {
      it(`says what was done beside what is pressed next: ${viewport.width} pixels wide`, async () => {
        const { page, close } = await openConsole(browser, { path: conversation(ids.giulia), viewport });
        await page.getByRole('button', { name: t.conversation.join }).click();
        const told = page.locator('.fui-Toast').filter({ hasText: t.conversation.joinedNow });
        const { y = 0, height = 0 } = (await told.boundingBox()) ?? {};
        const writing = await page.getByRole('region', { name: t.composer.label }).boundingBox();
        const done = await page.getByRole('button', { name: t.conversation.done }).boundingBox();
        assert.ok(writing && y + height <= writing.y, 'above where one writes');
        assert.ok(done && done.y + done.height <= y, 'below the buttons');
        await close();
      });
    }

    it('is joined once by a key that is held or pressed twice', async () => {
      const { page, server, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      const join = page.getByRole('button', { name: t.conversation.join });
      // As browsers do it for a key, without counting.
      await join.evaluate((node: { click(): void }) => {
        for (let press = 0; press < 3; press++) node.click();
      });
      await page.getByRole('button', { name: t.conversation.handBack }).waitFor();
      assert.equal(server.posted.length, 1);
      await close();
    });

    it('says why nothing can be sent also while something is typed, beside the button', async () => {
      const viewport = { width: 390, height: 844 };
      const { page, close } = await openConsole(browser, { path: conversation(ids.giulia), viewport });
      await page.getByRole('textbox', { name: /Answer/ }).fill('Hello');
      const why = page.getByRole('region', { name: t.composer.label }).getByText(t.conversation.notJoinFirst);
      const send = await page.getByRole('button', { name: t.composer.send, exact: true }).boundingBox();
      const { x = 0, width = 0 } = (await why.boundingBox()) ?? {};
      assert.ok(send && x + width <= send.x);
      await close();
    });

    it('shows the link where the browser does not let it be copied', async () => {
      const { page, server, faults, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))");
      await page.getByRole('button', { name: t.conversation.menu, exact: true }).click();
      await page.getByRole('menuitem', { name: t.conversation.copyLink }).click();
      const toast = page.locator('.fui-Toast').filter({ hasText: t.conversation.linkNotCopied });
      await toast.getByText(server.origin + conversation(ids.giulia), { exact: true }).waitFor();
      assert.deepEqual(faults, []);
      await close();
    });

    it('shows the headings of mails in a size that fits, their lines apart', async () => {
      const { page, server, close } = await openConsole(browser, { path: conversation(ids.omar), ...desk });
      const words = 'Adam Holt of the helpdesk of the Business Center has written a heading of several lines';
      const frame = `<div style="font-size:26px;line-height:34px"><h1 style="margin:0;font:inherit">${words}</h1></div>`;
      const others = `<div style="font-size:20px;line-height:20px"><h1>${words}</h1><h2>${words}</h2><h3>${words}</h3></div>`;
      const html = await harmlessHtml(frame + others);
      assert.ok(html);
      server.say(ids.omar, { id: 'heading', at: new Date().toISOString(), direction: 'in', text: words, html });
      const headings = page.frameLocator('iframe').last().getByRole('heading');
      await headings.last().waitFor();
      const sizes = await headings.evaluateAll((all) =>
        all.map((each) => {
          const { fontSize, lineHeight } = (globalThis as unknown as Looks).getComputedStyle(each);
          return [Number.parseFloat(fontSize), Number.parseFloat(lineHeight)] as const;
        }),
      );
      assert.equal(sizes.length, 4);
      assert.deepEqual(sizes[0], [26, 34]);
      for (const [size, line] of sizes) assert.ok(line >= size * 1.2 && size <= 30, `${size} ${line}`);
      await close();
    });

    it('of nobody says whom its mail claims to be from, and that it is not proven', async () => {
      const { page, server, close } = await openConsole(browser, { path: conversation(ids.unproven) });
      const claim = t.list.claims({ address: 'marco.ferri@contoso.com' });
      await page.getByRole('heading', { name: claim }).waitFor();
      await page.getByText(t.person.claimsLong({ address: 'marco.ferri@contoso.com' })).waitFor();
      await page.getByRole('listitem').filter({ hasText: claim }).waitFor();
      assert.equal(await page.getByText('marco.ferri@contoso.com', { exact: true }).count(), 0);
      await page.goto(server.origin + conversation(ids.omar));
      const person = page.getByRole('complementary', { name: t.person.label });
      await person.getByText('Northwind Traders').waitFor();
      await person.getByText(t.person.customers({ names: 'Contoso S.p.A. and Fabrikam Ltd' })).waitFor();
      await close();
    });

    it('keeps what was typed when it is refused, and says why with the reference', async () => {
      const { page, server, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      await page.getByRole('tab', { name: t.composer.note, exact: true }).click();
      const field = page.getByRole('textbox', { name: t.composer.notePlaceholder });
      await field.fill('To be remembered');
      const note = `/conversations/${encodeURIComponent(ids.giulia)}/note`;
      server.refusing.set(note, { status: 500, refusal: { refused: 'failed', reference: 'F-1234' } });
      await page.getByRole('button', { name: t.composer.addNote }).click();
      await page.getByText(t.faults.reference({ reference: 'F-1234' }), { exact: true }).waitFor();
      assert.equal(await field.inputValue(), 'To be remembered');
      server.refusing.delete(note);
      await page.getByRole('button', { name: t.composer.addNote }).click();
      await page.getByRole('log').getByText('To be remembered').waitFor();
      await close();
    });

    it('is only looked at by whoever may only look', async () => {
      const { page, close } = await openConsole(browser, {
        path: conversation(ids.giulia),
        me: { mayAct: false },
      });
      await page.getByText(t.mayNotAct).first().waitFor();
      await page.getByText(t.person.all).waitFor();
      assert.deepEqual(await axeViolations(page), []);
      for (const name of [t.conversation.join, t.conversation.done, t.person.resend, t.person.erase]) {
        assert.equal(await page.getByRole('button', { name }).count(), 0, name);
      }
      assert.equal(await page.getByRole('textbox', { name: /Answer/ }).count(), 0);
      await close();
    });

    it('is erased with its person only after the address was typed', async () => {
      const { page, server, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      const row = page
        .getByRole('list', { name: t.list.label })
        .getByRole('listitem')
        .filter({ hasText: 'Giulia Romano' });
      // What was told while the page was open goes with the rest.
      server.say(ids.giulia, { id: 'new', at: new Date().toISOString(), direction: 'in', text: 'Said just now' });
      await row.getByText('Said just now').waitFor();
      await page.getByRole('button', { name: t.person.erase }).click();
      const dialog = page.getByRole('dialog');
      const confirm = dialog.getByRole('button', { name: t.person.erase });
      assert.ok(await confirm.isDisabled());
      await dialog.getByRole('textbox').fill('giulia.romano@contoso.com');
      await confirm.click();
      // Shown, and said to whoever does not see it.
      await page
        .getByText(t.person.erased({ messages: 12, conversations: 2 }))
        .first()
        .waitFor();
      assert.deepEqual(
        server.posted.map(({ path }) => decodeURIComponent(path)),
        ['/people/giulia.romano@contoso.com/erase'],
      );
      await page.getByRole('list', { name: t.list.label }).getByText('Omar Haddad').first().waitFor();
      assert.equal(await row.count(), 0);
      await close();
    });
  });

  it('shows nothing any more of whom another operator has erased, nor after a time without connection', async () => {
    const { page, server, close } = await openConsole(browser, { path: conversation(ids.giulia) });
    const list = page.getByRole('list', { name: t.list.label });
    await page.getByRole('complementary').getByText('Giulia Romano').first().waitFor();
    await list.getByText('Giulia Romano').waitFor();
    await page.getByRole('textbox', { name: /Answer/ }).fill('Dear Giulia Romano');
    server.erase('giulia.romano@contoso.com');
    await page.getByText(t.conversation.notFound).waitFor();
    await list.getByText('Giulia Romano').waitFor({ state: 'detached' });
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await list.getByText('Omar Haddad').first().click();
    await page.getByRole('complementary').getByText('Omar Haddad').first().waitFor();
    server.breakOff();
    server.erase('omar.haddad@contoso.com');
    await page.getByText(t.conversation.notFound).waitFor();
    // Nobody is asked about a draft for whom is gone.
    page.once('dialog', () => assert.fail('the page asked whether to leave'));
    await page.reload();
    await close();
  });

  describe('hostile content', () => {
    it('in mails runs nothing, loads nothing, leads nowhere', async () => {
      const { page, server, faults, close } = await openConsole(browser, { path: conversation(ids.hostile) });
      await page.getByText('</div></body><h1>out of the box</h1>').waitFor();
      await page.getByRole('article').first().scrollIntoViewIfNeeded();
      const mail = page.frameLocator('iframe').first();
      await mail.locator('#inside').waitFor();
      await mail.locator('#script-link').click();
      await mail.locator('#submit').click();
      assert.equal(await page.evaluate('window.harmed'), undefined);
      assert.deepEqual(server.asked, []);
      assert.deepEqual(faults, []);
      assert.ok(page.url().endsWith(conversation(ids.hostile)));
      await close();
    });

    it('in cards and words is shown as what it is, and cannot be pressed', async () => {
      const { page, server, faults, close } = await openConsole(browser, {
        path: conversation(ids.hostileChat, '?message=c-3'),
      });
      await page.getByText('A kitten').waitFor();
      await page.getByText('<img src=x onerror=window.harmed=1><script>').waitFor();
      assert.equal(await page.locator('.card a').count(), 0);
      const card = page.locator('.card').first();
      for (const button of await card.getByRole('button').all()) assert.ok(await button.isDisabled());
      for (const box of await card.getByRole('textbox').all()) assert.ok(await box.isDisabled());
      await card.getByText('run', { exact: true }).click();
      assert.equal(await page.evaluate('window.harmed'), undefined);
      assert.equal(await page.evaluate('({}).harmed'), undefined);
      assert.deepEqual(server.asked, []);
      assert.deepEqual(faults, []);
      await close();
    });

    it('of a million letters is shortened until all of it is wanted', async () => {
      const { page, close } = await openConsole(browser, { path: conversation(ids.hostileChat) });
      const all = page.getByRole('button', { name: /^Show all/ });
      await all.click();
      const less = page.getByRole('button', { name: t.transcript.showLess });
      await less.waitFor();
      const shown = async () => (await page.getByRole('log').textContent())?.length ?? 0;
      assert.ok((await shown()) > 1_000_000);
      await less.click();
      await all.waitFor();
      assert.ok((await shown()) < 100_000);
      await close();
    });

    it('that turns the direction around stays inside of its own words', async () => {
      const { page, close } = await openConsole(browser);
      const name = page.getByText('<img src=x onerror=window.harmed=1>\u202Egnp.exe').first();
      await name.waitFor();
      assert.equal(await name.evaluate((element) => element.tagName), 'BDI');
      await close();
    });
  });

  describe('what goes wrong', () => {
    it('is told with its reference, and tried again', async () => {
      const { page, server, close } = await openConsole(browser, { path: '/helpdesk/stuck' });
      server.refusing.set('/conversations', { status: 500, refusal: { refused: 'failed', reference: 'F-4711' } });
      await page.getByRole('link', { name: t.sections.conversations }).click();
      await page.getByText(t.faults.reference({ reference: 'F-4711' })).waitFor();
      server.refusing.clear();
      await page.getByRole('button', { name: t.retry }).click();
      await page.getByRole('listitem').filter({ hasText: 'Giulia Romano' }).waitFor();
      await close();
    });

    it('with the session lets one sign in again and go on with what was typed', async () => {
      const { page, server, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      await page.getByRole('tab', { name: t.composer.note, exact: true }).click();
      const field = page.getByRole('textbox', { name: t.composer.notePlaceholder });
      await field.fill('Half a thought');
      server.refusing.set('/', { status: 401, refusal: { refused: 'notSignedIn' } });
      await page.getByRole('button', { name: t.composer.addNote }).click();
      const again = page.getByRole('link', { name: t.session.signInAgain });
      await again.waitFor();
      assert.ok((await again.getAttribute('href'))?.startsWith('/helpdesk/sign-in'));
      server.refusing.clear();
      await page.evaluate('dispatchEvent(new Event("focus"))');
      await again.waitFor({ state: 'detached' });
      assert.equal(await field.inputValue(), 'Half a thought');
      await page.getByRole('button', { name: t.composer.addNote }).click();
      await page.getByRole('log').getByText('Half a thought').waitFor();
      await close();
    });

    it('where somebody has signed in anew in another window is said, shows who that is, and goes on at a press', async () => {
      const { page, server, close } = await openConsole(browser, { path: conversation(ids.giulia) });
      await page.getByRole('tab', { name: t.composer.note, exact: true }).click();
      const field = page.getByRole('textbox', { name: t.composer.notePlaceholder });
      await field.fill('Half a thought');
      server.me.formToken = 'of the new session';
      server.me.name = 'Vera Lind';
      const add = page.getByRole('button', { name: t.composer.addNote });
      await add.click();
      await page.getByText(t.refusals.signedInAnew).last().waitFor();
      await page.getByRole('button', { name: t.signedInAs({ name: 'Vera Lind' }) }).waitFor();
      assert.equal(await field.inputValue(), 'Half a thought');
      assert.deepEqual(server.posted, []);
      await add.click();
      await page.getByRole('log').getByText('Half a thought').waitFor();
      await close();
    });

    it('with the network is said while it lasts', async () => {
      const { page, close } = await openConsole(browser);
      await page.getByRole('listitem').filter({ hasText: 'Giulia Romano' }).waitFor();
      await page.context().setOffline(true);
      await page.getByText(t.connection.offline).waitFor();
      await page.context().setOffline(false);
      await page.getByText(t.connection.offline).waitFor({ state: 'detached' });
      await close();
    });

    it('for want of a role shows nothing', async () => {
      const { page, server, close } = await openConsole(browser);
      server.refusing.set('/', { status: 403, refusal: { refused: 'mayNot' } });
      await page.reload();
      await page.getByRole('heading', { name: t.session.noRole }).waitFor();
      assert.equal(await page.getByRole('navigation').count(), 0);
      await close();
    });
  });

  it('says in its title which section it is', async () => {
    const { page, close } = await openConsole(browser);
    for (const section of ['stuck', 'audit', 'conversations'] as const) {
      await page.getByRole('navigation').getByRole('link', { name: t.sections[section] }).click();
      await page.waitForFunction(`document.title.endsWith(${JSON.stringify(`${t.sections[section]} – ${t.title}`)})`);
    }
    await close();
  });

  it('says for how long something is stuck, also when nobody has looked for long', async () => {
    const { page, close } = await openConsole(browser, { path: '/helpdesk/canned-answers' });
    await page.clock.install();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.clock.fastForward(25 * 60_000);
    await page.locator('nav').getByRole('link', { name: t.sections.stuck }).click();
    // 33 minutes before the page was opened.
    await page.getByText(t.stuck.since({ when: '58 min' })).waitFor();
    await close();
  });

  it('advises to try nothing again that cannot be read', async () => {
    const { page, server, close } = await openConsole(browser, { path: '/helpdesk/canned-answers' });
    server.seed.stuck = [
      {
        id: 'large',
        kind: 'incomingMail',
        since: new Date().toISOString(),
        facts: { state: 'unreadable', attempts: 1 },
        actions: ['dismiss'],
      },
    ];
    await page.locator('nav').getByRole('link', { name: t.sections.stuck }).click();
    await page.getByText(t.stuck.adviceByState.unreadable).waitFor();
    assert.equal(await page.getByText(t.stuck.advice.incomingMail).count(), 0);
    await close();
  });

  it('names invitations in its figures as in a sentence', async () => {
    const { page, close } = await openConsole(browser, { path: '/helpdesk/figures' });
    const legend = page.locator('.fui-legend__legend').filter({ hasText: 'aiting to be accepted' });
    await legend.waitFor();
    assert.equal((await legend.innerText()).trim(), 'Waiting to be accepted');
    await close();
  });

  const shapes = {
    light: { colorScheme: 'light', locale: 'en-GB' },
    dark: { colorScheme: 'dark', locale: 'it-IT' },
    'high contrast': { forcedColors: 'active', locale: 'en-GB' },
    narrow: { viewport: { width: 390, height: 760 }, locale: 'it-IT' },
    'narrow and dark': { viewport: { width: 700, height: 760 }, colorScheme: 'dark', locale: 'en-GB' },
  } as const;
  for (const [shape, options] of Object.entries(shapes)) {
    it(`is for reading aloud and fits: ${shape}`, async () => {
      const language = options.locale.slice(0, 2);
      const words = textsFor(language).helpdesk;
      const views = {
        list: '/helpdesk/conversations',
        search: '/helpdesk/search?q=invit',
        conversation: conversation(ids.giulia),
        mail: conversation(ids.omar),
        figures: '/helpdesk/figures',
        stuck: '/helpdesk/stuck',
        audit: '/helpdesk/audit',
        cannedAnswers: '/helpdesk/canned-answers',
      };
      const { page, server, faults, close } = await openConsole(browser, { me: { language }, ...options });
      for (const [name, path] of Object.entries(views)) {
        await page.goto(server.origin + path);
        await page.getByRole('navigation', { name: words.sections.label }).waitFor();
        await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
        // What is above the first message in sight is still to be fetched, and says so to whoever goes there.
        await page.locator('[role=progressbar]:not([role=log] *)').first().waitFor({ state: 'detached' });
        assert.deepEqual(await axeViolations(page), [], name);
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), name);
        for (const tab of await page.getByRole('tab', { name: words.figures.table }).all()) await tab.click();
        if (shape === 'narrow') assert.deepEqual(await page.evaluate(pushedParts), [], name);
      }
      assert.deepEqual(faults, []);
      await close();
    });
  }
});
