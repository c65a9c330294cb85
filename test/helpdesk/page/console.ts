import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Me } from '../../../helpdesk/api.ts';
import { makeSeed } from './seed.ts';
import { type StandIn, startStandIn } from './standIn.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The console's page in a browser, with what it asks. */
export interface OpenConsole {
  page: Page;
  server: StandIn;
  /** What went wrong in the page itself, beside what its policy kept out. */
  faults: string[];
  close(): Promise<void>;
}

export interface ConsoleOptions extends BrowserContextOptions {
  /** Below the origin. */
  path?: string;
  me?: Partial<Me>;
  /** Conversations beside those of the seed. */
  many?: number;
}

/** Opens the page for an operator. */
export async function openConsole(browser: Browser, options: ConsoleOptions = {}): Promise<OpenConsole> {
  const { path = '/helpdesk', me, many = 60, ...context } = options;
  const server = await startStandIn(makeSeed(new Date(), many), me);
  const opened = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...context });
  // Nobody here waits for a machine that is busy with something else.
  opened.setDefaultTimeout(180_000);
  const page = await opened.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(server.origin + path);
  await page.getByRole('navigation').waitFor();
  return {
    page,
    server,
    faults,
    async close() {
      await opened.close();
      server.close();
    },
  };
}

/** @returns the ids of axe's rules that the page breaks. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Not by a script element: the page's policy would keep it out.
  await page.evaluate(axe);
  // The mails' own content is not ours; focus is led through Fluent's marks, which nobody reads.
  const run = 'axe.run({ exclude: ["iframe", "[data-tabster-dummy]"] })';
  const { violations } = (await page.evaluate(run)) as { violations: { id: string; nodes: { html: string }[] }[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
