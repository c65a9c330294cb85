import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import type { Me } from '../../helpdesk/api.ts';
import { textsFor } from '../../language/texts.ts';
import { axeViolations } from '../helpdesk/page/console.ts';
import type { Chat } from './chat.ts';
import { chromiumPath } from './chromium.ts';
import { keepPicture } from './keepPicture.ts';
import { openScene, type Scene } from './scene.ts';

const en = textsFor('en').helpdesk;
const it_ = textsFor('it');
const omarAddress = 'omar.haddad@contoso.com';

// One start serves all: a test goes on where the one before stopped.
(chromiumPath ? describe : describe.skip)('the helpdesk’s console, with Usher behind it', () => {
  let scene: Scene;
  /** Adam Holt, who may act; English. */
  let adam: Page;
  let giulia: Chat;
  before(async () => {
    scene = await openScene();
    adam = await scene.helpdesk('act', { viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  });
  after(() => scene?.close());
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await scene?.pictures(`failed-${this.currentTest.title.slice(0, 30)}`);
    if (adam) await keepPicture(adam, 'browser/failed-helpdesk');
  });

  // Of the conversations or of what was found; the sections' own list has no role written on it.
  const rows = (page: Page) => page.locator('[role=listitem]');
  const transcript = (page: Page) => page.getByRole('log');
  const row = (page: Page, name: string) => rows(page).filter({ hasText: name });

  async function writesMail(address: string, subject: string, text: string): Promise<void> {
    const page = await scene.open(`/sandbox/mailbox/${address}`);
    await page.getByRole('link', { name: 'Scrivi', exact: true }).click();
    await page.getByLabel('Oggetto', { exact: true }).fill(subject);
    await page.getByLabel('Messaggio', { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Invia' }).click();
    await page.getByText('Inviato a ').first().waitFor();
    await page.close();
  }

  it('shows a conversation while it is typed, with the card that the person sees', async () => {
    await adam.getByText(en.list.empty).waitFor();
    giulia = await scene.chat('Giulia');
    await giulia.says('parla italiano per favore');
    await giulia.sees('D’ora in poi parlo italiano');
    await giulia.says('chi è il mio amministratore?');
    await giulia.sees('Il tuo Amministratore account acquisti');
    await adam.bringToFront();
    await row(adam, 'Giulia Romano').first().click();
    await transcript(adam).getByText('chi è il mio amministratore?').waitFor();
    await transcript(adam).locator('.card').getByText('Marco Ferri').first().waitFor();
    await giulia.says('quale ruolo ho?');
    await adam.bringToFront();
    await transcript(adam).getByText('quale ruolo ho?').waitFor();
    assert.equal(await transcript(adam).getByText('quale ruolo ho?').count(), 1);
    assert.equal(await row(adam, 'Giulia Romano').count(), 1);
    assert.deepEqual(await axeViolations(adam), []);
  });

  it('finds a word said in chat and one said in mail, and leads to where it was said', async () => {
    await giulia.says('il mio gatto si chiama Zibaldone');
    await writesMail(omarAddress, 'Un caleidoscopio', 'Vorrei parlare con una persona del caleidoscopio, grazie.');
    await adam.bringToFront();
    await row(adam, 'Omar Haddad').waitFor();
    for (const [word, name] of [
      ['zibald', 'Giulia Romano'],
      ['CALEIDOSCÒPIO', 'Omar Haddad'],
    ] as const) {
      await adam.keyboard.press('Escape');
      await adam.keyboard.press('/');
      await adam.keyboard.press('Control+A');
      await adam.keyboard.type(word);
      await adam.keyboard.press('Enter');
      const hit = rows(adam)
        .filter({ hasText: name })
        .filter({ has: adam.locator('mark') })
        .first();
      await hit.waitFor();
      assert.deepEqual(await axeViolations(adam), []);
      await hit.getByRole('link').click();
      await adam.getByRole('heading', { name, exact: true }).first().waitFor();
      await transcript(adam)
        .getByText(new RegExp(word.slice(0, 6).replace('Ò', 'o'), 'i'))
        .first()
        .waitFor();
      assert.match(adam.url(), /[?&]message=/);
    }
  });

  it('joins, answers, leaves a note and hands back; the person sees what is for them', async () => {
    await giulia.says('vorrei parlare con una persona');
    await giulia.sees(it_.person.queued);
    await adam.bringToFront();
    await adam.locator('nav').getByRole('link', { name: en.sections.conversations }).click();
    await adam.getByRole('tab', { name: en.list.states.waiting }).click();
    await row(adam, 'Giulia Romano').click();
    await adam.getByRole('button', { name: en.conversation.join }).click();
    await giulia.sees(it_.operator.joined({ name: 'Adam Holt' }));

    await adam.bringToFront();
    // She may hear of it before his own page has it, and until then nothing can be sent.
    await adam.getByRole('button', { name: en.conversation.handBack }).waitFor();
    await adam.keyboard.press('r');
    const answer = adam.getByRole('textbox', { name: en.composer.answerPlaceholder({ name: 'Giulia Romano' }) });
    await answer.fill('Ciao Giulia, sono **Adam**: ci penso io.');
    await answer.press('Control+Enter');
    await transcript(adam).getByText('ci penso io').waitFor();
    await giulia.sees('ci penso io');
    await giulia.says('chi è il mio amministratore?');
    await adam.bringToFront();
    await transcript(adam).getByText('chi è il mio amministratore?').last().waitFor();
    await adam.getByRole('tab', { name: en.composer.note, exact: true }).click();
    const note = adam.getByRole('textbox', { name: en.composer.notePlaceholder });
    await note.fill('Ha già chiesto due volte.');
    await note.press('Control+Enter');
    await transcript(adam).getByText('Ha già chiesto due volte.').waitFor();
    await adam.getByRole('button', { name: en.conversation.handBack }).click();
    await giulia.sees(it_.operator.left({ name: 'Adam Holt' }));
    // Usher was silent meanwhile, and the note was not for her.
    assert.equal(await giulia.page.getByText('Ha già chiesto due volte.').count(), 0);
    await giulia.says('chi è il mio amministratore?');
    await giulia.sees('Il tuo Amministratore account acquisti');
  });

  it('answers a mail in its thread', async () => {
    await adam.bringToFront();
    await adam.getByRole('tab', { name: en.list.anyState }).click();
    await row(adam, 'Omar Haddad').first().click();
    await adam.getByRole('button', { name: en.conversation.join }).click();
    const answer = adam.getByRole('textbox', { name: en.composer.mailPlaceholder({ name: 'Omar Haddad' }) });
    await answer.fill('Buongiorno Omar, il caleidoscopio è in arrivo.');
    await adam.getByRole('button', { name: en.composer.send, exact: true }).click();
    await adam.getByRole('article', { name: new RegExp(`^${en.transcript.you},`) }).waitFor();
    const mailbox = await scene.open(`/sandbox/mailbox/${omarAddress}`);
    await mailbox
      .locator('.mails li')
      .filter({ hasText: it_.operator.from({ name: 'Adam Holt' }) })
      .getByRole('link')
      .first()
      .click();
    await mailbox.frameLocator('iframe').getByText('il caleidoscopio è in arrivo').last().waitFor();
    await mailbox.close();
    await adam.bringToFront();
    await adam.getByRole('button', { name: en.conversation.done, exact: true }).click();
    await row(adam, 'Omar Haddad').filter({ hasText: en.list.done }).waitFor();
  });

  it('lets look, and no more, who has no role to act; in Italian', async () => {
    const rosa = await scene.helpdesk('read', { viewport: { width: 1280, height: 800 }, locale: 'it-IT' });
    const { helpdesk: t } = it_;
    await row(rosa, 'Giulia Romano').first().click();
    await transcript(rosa).getByText('ci penso io').waitFor();
    await rosa.getByText(t.mayNotAct).first().waitFor();
    assert.equal(await rosa.getByRole('textbox', { name: /Rispondi/ }).count(), 0);
    const place = decodeURIComponent(new URL(rosa.url()).pathname.split('/').at(-1) ?? '');
    const { formToken } = await rosa.evaluate<Me>(`fetch('/helpdesk/api/me').then((answer) => answer.json())`);
    for (const step of ['join', 'hand-back', 'done', 'note', 'answer']) {
      const path = `/helpdesk/api/conversations/${encodeURIComponent(place)}/${step}`;
      const body = { wordsId: '0b6f5c1e-7f0f-4d5b-9a37-6d6b2f3e0c11', text: 'Not allowed' };
      const init = { method: 'POST', body: JSON.stringify(/note|answer/.test(step) ? body : {}) };
      const headers = { 'Content-Type': 'application/json', 'X-Form-Token': formToken };
      const status = await rosa.evaluate(
        `fetch(${JSON.stringify(path)}, ${JSON.stringify({ ...init, headers })}).then(({ status }) => status)`,
      );
      assert.equal(status, 403, step);
    }
    assert.deepEqual(await axeViolations(rosa), []);
    await rosa.context().close();
  });

  it('loses nothing and doubles nothing when the connection breaks in the middle', async () => {
    const line = await breakableLine(scene.product.port);
    const page = await adam.context().newPage();
    await page.goto(`${scene.product.origin}/helpdesk/conversations`);
    await row(page, 'Giulia Romano').first().click();
    // With somebody there Usher says nothing: what she says stands together, in sight.
    await page.getByRole('button', { name: en.conversation.join }).click();
    await giulia.sees(it_.operator.joined({ name: 'Adam Holt' }));
    const { pathname } = new URL(page.url());
    await page.bringToFront();
    await page.goto(line.origin + pathname);
    await page.getByRole('button', { name: en.conversation.handBack }).waitFor();
    const said = (number: number) => `frase numero ${number} di quattro`;
    await giulia.says(said(1));
    await page.bringToFront();
    await transcript(page).getByText(said(1)).waitFor();
    await page.bringToFront();
    line.breakOff();
    await giulia.says(said(2));
    await giulia.says(said(3));
    await page.bringToFront();
    await page.getByText(en.connection.reconnecting).waitFor();
    line.mend();
    await giulia.says(said(4));
    await page.bringToFront();
    await transcript(page).getByText(said(4)).waitFor();
    await page.getByText(en.connection.reconnecting).waitFor({ state: 'detached' });
    for (const number of [1, 2, 3, 4]) {
      assert.equal(await transcript(page).getByText(said(number)).count(), 1, said(number));
    }
    assert.equal(await row(page, 'Giulia Romano').count(), 1);
    await page.close();
    await line.close();
  });

  it('shows what somebody meant to do harm with as what it is', async () => {
    const hostile = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script> \u202Egnp.exe';
    await giulia.says(hostile);
    await giulia.says(`[click](javascript:window.harmed=1) ${'molto '.repeat(4_000)}lungo`);
    await writesMail(omarAddress, `<script>window.harmed=1</script>`, `${hostile}\nhttps://tracker.example/pixel.gif`);
    const asked: string[] = [];
    adam.on('request', (request) => asked.push(request.url()));
    await adam.bringToFront();
    await adam.locator('nav').getByRole('link', { name: en.sections.conversations }).click();
    // A mail of another thread is another conversation.
    await row(adam, 'Omar Haddad').nth(1).waitFor();
    await row(adam, 'Omar Haddad').first().click();
    await transcript(adam).getByText('<script>window.harmed=1</script>').first().waitFor();
    await row(adam, 'Giulia Romano').first().click();
    await transcript(adam).getByText('onerror').first().waitFor();
    const all = adam.getByRole('button', { name: /^Show all/ });
    await all.last().click();
    await transcript(adam).getByText('lungo').first().waitFor();
    assert.equal(await transcript(adam).locator('a[href^="javascript" i], script, img[src=x]').count(), 0);
    assert.equal(await adam.evaluate('window.harmed'), undefined);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(scene.product.origin)),
      [],
    );
  });

  it('shows a mail with trackers and scripts in a frame where nothing runs, and fetches nothing of it', async () => {
    const content = [
      '<p id="inside" style="color: rgb(1, 2, 3)" onclick="top.harmed=1">You have won a kaleidoscope</p>',
      '<script>top.harmed = 1</script><img src="https://tracker.example/pixel.gif" onerror="top.harmed=1">',
      '<div style="background: url(https://tracker.example/style.gif)">Claim it</div>',
      '<a href="javascript:top.harmed=1">here</a><link rel="stylesheet" href="https://tracker.example/look.css">',
      '<form action="https://tracker.example/form"><button>Send</button></form><iframe src="https://tracker.example"></iframe>',
    ].join('\n');
    const message = {
      subject: 'Free kaleidoscopes',
      body: { contentType: 'html', content },
      toRecipients: [{ emailAddress: { address: 'usher@businesscenter.example' } }],
    };
    const sent = await fetch(
      `${scene.product.origin}/sandbox/graph/v1.0/users/nina.west@northwindtraders.com/sendMail`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ message }),
      },
    );
    assert.equal(sent.status, 202);
    const asked: string[] = [];
    adam.on('request', (request) => asked.push(request.url()));
    await adam.bringToFront();
    await adam.goto(`${scene.product.origin}/helpdesk/conversations?channel=mail`);
    // Nobody has proven to be its sender: it stands under no name, but says whose it claims to be.
    await row(adam, en.list.claims({ address: 'nina.west@northwindtraders.com' }))
      .first()
      .click();
    const mail = transcript(adam).frameLocator('iframe').first();
    const inside = mail.getByText('You have won a kaleidoscope');
    await inside.click();
    await mail.getByText('here').click();
    // Its own looks are kept, as far as they fetch nothing.
    assert.equal(await inside.evaluate((element) => element.style.color), 'rgb(1, 2, 3)');
    assert.equal(await mail.locator('script, form, link, [onclick], [onerror], a[href^="javascript" i]').count(), 0);
    assert.equal(await adam.evaluate('window.harmed'), undefined);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(scene.product.origin) && url !== 'about:srcdoc'),
      [],
    );
  });

  it('goes back to its place after a reload, and after a sign-in in between', async () => {
    await adam.bringToFront();
    await adam.goto(`${scene.product.origin}/helpdesk/search?q=zibaldone`);
    await rows(adam).first().getByRole('link').click();
    const place = adam.url();
    await adam.reload();
    await transcript(adam).getByText('Zibaldone').waitFor();
    assert.equal(adam.url(), place);
    await adam.context().clearCookies();
    await adam.goto(place);
    await adam.waitForURL('**/helpdesk/sign-in?**');
    await adam
      .getByRole('link', { name: /Microsoft/ })
      .or(adam.getByRole('button', { name: /Microsoft/ }))
      .click();
    await adam.getByText('Adam Holt').first().click();
    await transcript(adam).getByText('Zibaldone').waitFor();
    assert.equal(adam.url(), place);
  });

  for (const [language, colorScheme] of [
    ['en', 'light'],
    ['it', 'dark'],
  ] as const) {
    it(`keeps nobody out, and is the same in each section: ${language}, ${colorScheme}`, async () => {
      const page = await scene.helpdesk('act', {
        viewport: { width: 1280, height: 800 },
        locale: language === 'it' ? 'it-IT' : 'en-GB',
        colorScheme,
      });
      const { sections } = textsFor(language).helpdesk;
      for (const section of ['figures', 'stuck', 'audit', 'cannedAnswers', 'conversations'] as const) {
        await page.locator('nav').getByRole('link', { name: sections[section] }).click();
        await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
        await page.locator('[role=progressbar]:not([role=log] *)').first().waitFor({ state: 'detached' });
        if (section === 'conversations') {
          await row(page, 'Giulia Romano').first().click();
          await transcript(page).getByText('onerror').first().waitFor();
        }
        assert.deepEqual(await axeViolations(page), [], section);
        await keepPicture(page, `browser/helpdesk-${section}-${language}-${colorScheme}`);
      }
      await page.context().close();
    });
  }
});

/** A line to Usher that can be broken off: nothing passes until it is mended. */
async function breakableLine(port: number) {
  const sockets = new Set<Socket>();
  let broken = false;
  const server = createServer((incoming) => {
    if (broken) return void incoming.destroy();
    const outgoing = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.once('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const breakOff = () => {
    broken = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    breakOff,
    mend() {
      broken = false;
    },
    async close() {
      breakOff();
      server.close();
      await once(server, 'close');
    },
  };
}
