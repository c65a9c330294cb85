import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/**
 * Keeps a picture for people to look at, under `screenshots/`. No test stands or falls with it: a busy machine sometimes
 * fails to draw one, which is tried once more and then said in a line.
 *
 * @param name its path there, without the ending.
 */
export async function keepPicture(of: Page | Locator, name: string, { fullPage = false } = {}): Promise<void> {
  const path = `screenshots/${name}.png`;
  mkdirSync(dirname(path), { recursive: true });
  const take = (): Promise<unknown> => ('goto' in of ? of.screenshot({ path, fullPage }) : of.screenshot({ path }));
  await take()
    .catch(take)
    .catch((fault: Error) => console.warn(`    no picture ${path}: ${fault.message.split('\n')[0]}`));
}
