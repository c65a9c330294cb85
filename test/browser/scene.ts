import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startNameServer, type Zone } from '../onboarding/nameServer.ts';
import { Chat } from './chat.ts';
import { launchChromium } from './chromium.ts';
import { buildProduct, freeChatPort, type Product, startProduct } from './product.ts';

export type PersonName = 'Giulia' | 'Marco' | 'Anna' | 'Nina' | 'Omar';

/** How long something may take to appear before its absence counts, in milliseconds: long, for it only ends a failed test. */
const patience = 180_000;

/** Usher running, with a browser that has the sample people's windows. */
export interface Scene {
  product: Product;
  /** The settings it was started with. */
  settings: Record<string, string>;
  /** What the name server answers that Usher asks. */
  zone: Zone;
  /** A person's window; opened the first time. */
  chat(person: PersonName): Promise<Chat>;
  /** Keeps a picture of each window, named by the person. */
  pictures(name: string): Promise<void>;
  /** Opens a page of Usher's. */
  open(path: string): Promise<Page>;
  /** Opens the console in a window of somebody of the helpdesk, who signs in by a link that was printed. */
  helpdesk(role: 'act' | 'read', options: BrowserContextOptions): Promise<Page>;
  /** Opens the newest mail of somebody's with that subject, in the sandbox's mailbox. */
  mail(address: string, subject: RegExp): Promise<Page>;
  /** Starts Usher again, on the same data and ports. */
  startAgain(): Promise<void>;
  close(): Promise<void>;
}

/** @param language of the browser; what Usher's chats are spoken in is up to who writes there. */
export async function openScene(language: 'en' | 'it' = 'it'): Promise<Scene> {
  await buildProduct();
  const data = mkdtempSync(join(tmpdir(), 'usher-browser-'));
  const zone: Zone = new Map();
  const nameServer = await startNameServer(zone);
  const settings: Record<string, string> = {
    PORT: '0',
    DATA_DIR: data,
    USHER_CHAT_PORT: await freeChatPort(),
    USHER_DNS_SERVERS: nameServer.address,
  };
  const [browser, product] = await Promise.all([launchChromium(), startProduct(settings)]);
  const context = await newContext(browser, language);
  const chats = new Map<PersonName, Chat>();
  settings.PORT = String(product.port);

  const scene: Scene = {
    product,
    settings,
    zone,
    async chat(person) {
      let chat = chats.get(person);
      if (!chat) {
        const page = await context.newPage();
        await page.goto(scene.product.chats.get(person) ?? '');
        chat = new Chat(page);
        await chat.isReady();
        chats.set(person, chat);
      }
      return chat;
    },
    async pictures(name) {
      for (const [person, chat] of chats) await chat.picture(`${name}-${person}`);
    },
    async open(path) {
      const page = await context.newPage();
      await page.goto(scene.product.origin + path);
      return page;
    },
    async helpdesk(role, options) {
      // The next link is printed when one was used.
      const links = [...scene.product.said().matchAll(/http:\S+\/helpdesk\/sign-in\/link\/\S+/g)].map(([link]) => link);
      const page = await (await newContext(browser, language, options)).newPage();
      await page.goto(links.findLast((link) => link.includes(`/link/${role}.`)) ?? '');
      await page.getByRole('navigation').waitFor();
      return page;
    },
    async mail(address, subject) {
      const page = await scene.open(`/sandbox/mailbox/${address}`);
      // The page shows new mail by itself.
      await page.getByRole('link', { name: subject }).first().click();
      await page.locator('iframe').waitFor();
      return page;
    },
    async startAgain() {
      scene.product = await startProduct(settings);
    },
    async close() {
      await browser.close();
      await scene.product.end('SIGKILL');
      await nameServer.close();
      if (existsSync(data)) rmSync(data, { recursive: true });
    },
  };
  return scene;
}

async function newContext(
  browser: Browser,
  language: 'en' | 'it',
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 1100 },
    locale: language === 'it' ? 'it-IT' : 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  context.setDefaultTimeout(patience);
  // The playground's fonts come from elsewhere; nothing here waits for elsewhere.
  await context.route(
    (url) => url.hostname !== 'localhost' && url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return context;
}
