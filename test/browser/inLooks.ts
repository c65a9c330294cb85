import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { hindersNobody } from './hindersNobody.ts';

const widths = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;
const both = {
  en: [
    ['dark', 'phone'],
    ['light', 'wide'],
  ],
  it: [
    ['light', 'phone'],
    ['dark', 'wide'],
  ],
} as const;

/**
 * Looks at a page light and dark, on a desktop and on a telephone: two of these four looks in each language, which have
 * both colours and both widths, and the four between them.
 */
export async function inLooks(page: Page, picture: string, language: 'en' | 'it'): Promise<void> {
  for (const [colorScheme, size] of both[language]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(widths[size]);
    await hindersNobody(page, `${picture}-${language}-${colorScheme}-${size}`);
    // Nor is anything out of sight on a telephone, in a part that would have to be pushed sideways.
    if (size === 'phone') assert.deepEqual(await page.evaluate(pushedParts), [], `${picture} is pushed sideways`);
  }
}

const pushedParts = `[...document.querySelectorAll('body *')]
  .filter((part) => part.scrollWidth > part.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(part).overflowX))
  .map((part) => part.outerHTML.slice(0, 80))`;
