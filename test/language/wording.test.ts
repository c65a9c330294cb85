import assert from 'node:assert/strict';
import { timeFromInWords, timeInWords } from '../../language/wording.ts';

describe('date and time in words', () => {
  const moment = new Date('2026-11-26T14:20:00Z');

  it('are joined as each language joins them in a sentence', () => {
    assert.equal(timeInWords(moment, 'it', 'Europe/Rome'), '26 nov 2026 alle 15:20');
    assert.equal(timeInWords(moment, 'it-CH', 'Europe/Rome'), '26 nov 2026 alle 15:20');
    assert.match(timeInWords(moment, 'en', 'Europe/Rome'), /^Nov 26, 2026, 3:20\sPM$/);
  });

  it('are rounded up where something can be done from then on', () => {
    assert.equal(timeFromInWords(moment, 'it', 'Europe/Rome'), '26 nov 2026 alle 15:20');
    for (const milliseconds of [1, 30_000, 59_999, 60_000]) {
      const later = new Date(moment.getTime() + milliseconds);
      assert.equal(timeFromInWords(later, 'it', 'Europe/Rome'), '26 nov 2026 alle 15:21');
    }
  });
});
