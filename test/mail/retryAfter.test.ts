import assert from 'node:assert/strict';
import { retryAfter } from '../../mail/retryAfter.ts';
import { clock } from './mailTest.ts';

describe('Retry-After', () => {
  before(() => clock.set());
  after(() => clock.release());

  for (const [header, milliseconds] of [
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['0', 0],
    ['120', 120_000],
    [' 1.5 ', 1500],
    ['99999999999', 24 * 60 * 60 * 1000],
    ['Mon, 23 Nov 2026 09:02:00 GMT', 120_000],
    ['Mon, 23 Nov 2026 08:00:00 GMT', 0],
  ] as const) {
    it(`${header} is ${milliseconds}`, () => assert.equal(retryAfter(header), milliseconds));
  }
});
