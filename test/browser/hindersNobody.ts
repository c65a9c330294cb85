import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { keepPicture } from './keepPicture.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/**
 * Keeps a picture of a page as it is drawn now, and finds nothing that hinders somebody: axe-core has nothing to say, and
 * nothing is wider than the window.
 *
 * @param picture under `screenshots/`, without its ending; also what is said when something is wrong.
 */
export async function hindersNobody(page: Page, picture: string): Promise<void> {
  await page.evaluate(stillFading);
  await keepPicture(page, picture, { fullPage: true });
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as {
    violations: Violation[];
  };
  assert.deepEqual(
    violations.map(
      ({ id, nodes }) => `${picture} ${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`)}`,
    ),
    [],
  );
  const wide = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
  assert.ok(wide <= 0, `${picture} is ${wide} pixels too wide`);
}

/** From light to dark, say: on the way there are colours that nobody can read. */
const stillFading = `Promise.allSettled(document.getAnimations()
  .filter((each) => each instanceof CSSTransition)
  .map(({ finished }) => finished))`;
