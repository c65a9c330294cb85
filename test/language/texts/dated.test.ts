import assert from 'node:assert/strict';
import { dated } from '../../../language/texts/dated.ts';
import { it as italian } from '../../../language/texts/it.ts';
import { dateInWords, timeInWords } from '../../../language/wording.ts';

describe('dates in Italian sentences', () => {
  const day = (date: number) => new Date(Date.UTC(2026, 10, date, 9, 15));

  it('take an article that fits how the day is spoken', () => {
    for (let date = 1; date <= 30; date += 1) {
      const vowel = date === 8 || date === 11;
      const when = dateInWords(day(date), 'it');
      assert.equal(dated('dal', when), vowel ? `dall’${when}` : `dal ${when}`);
      assert.equal(dated('Il', when), vowel ? `L’${when}` : `Il ${when}`);
    }
  });

  it('do so in what Usher says', () => {
    const when = timeInWords(day(8), 'it');
    assert.equal(italian.refusals.limited({ when }), 'Per ora basta così. Riprova dall’8 nov 2026 alle 09:15.');
    assert.match(italian.refusals.alreadyInvited({ when }), /partito l’8 nov/);
  });
});
