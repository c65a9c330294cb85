import assert from 'node:assert/strict';
import { administratorChanged } from '../../cards/notices/administratorChanged.ts';
import { domainNotVerified } from '../../cards/notices/domainNotVerified.ts';
import { domainVerified } from '../../cards/notices/domainVerified.ts';
import { languages, textsFor } from '../../language/texts.ts';
import { checkCard, elements, wordsOn } from './checkCard.ts';

const person = (name: string, email: string) => ({ name, email });
const domainId = '5a11e0000000000000000041';
const domain = { domainId, domain: 'contoso.it', organization: 'Contoso S.p.A.', accountNumber: '0005012345' };
const changed = {
  kind: 'administratorChanged',
  organization: 'Fabrikam GmbH',
  accountNumber: '0005054321',
  oldAdministrator: person('Anna Keller', 'anna.keller@fabrikam.com'),
  newAdministrator: person('Eva [Lang](http://x)', 'eva.lang@fabrikam.com'),
  changedBy: { ...person('Nina West', 'nina.west@northwindtraders.com'), organization: 'Northwind Traders' },
} as const;
const buttonsOf = (card: unknown) =>
  elements(card)
    .filter(({ type }) => type === 'Action.Submit')
    .map(({ data }) => (data as { usher: { walk: string; data?: object } }).usher);

describe('cards/notices', () => {
  for (const language of languages) {
    const reader = { texts: textsFor(language), language, timeZone: 'Europe/Rome' };

    it(`tell old and new administrator who changed it (${language})`, () => {
      for (const you of ['old', 'new'] as const) {
        const { card, summary } = administratorChanged({ ...changed, you }, reader);
        checkCard(card, summary);
        const words = wordsOn(card);
        for (const word of ['Fabrikam GmbH', '0005054321', 'Nina West', 'Northwind Traders']) {
          assert.ok(words.includes(word), `${you}: no ${word} in ${words}`);
        }
        assert.ok(words.includes(you === 'old' ? 'Eva [Lang](http://x)' : 'eva.lang@fabrikam.com'));
        assert.ok(!elements(card).some(({ type, text }) => type === 'TextBlock' && String(text).includes('Lang')));
      }
    });

    it(`tell that a domain is verified (${language})`, () => {
      const { card, summary } = domainVerified({ kind: 'domainVerified', ...domain }, reader);
      checkCard(card, summary);
      assert.match(summary, /contoso\.it/);
      assert.deepEqual(buttonsOf(card)[0]?.data, { show: domainId });
    });

    it(`tell what was found instead of a domain’s record, with the check as a button (${language})`, () => {
      const expected = 'usher-verification=abcdefghijklmnopqrst';
      for (const found of [[], ['v=spf1 -all', ...Array.from({ length: 9 }, () => 'x'.repeat(100))]]) {
        const { card, summary } = domainNotVerified({ kind: 'domainNotVerified', ...domain, expected, found }, reader);
        checkCard(card, summary);
        assert.ok(wordsOn(card).includes(expected));
        assert.equal(wordsOn(card).includes('v=spf1 -all'), found.length > 0);
        assert.deepEqual(buttonsOf(card)[0]?.data, { check: domainId });
      }
    });
  }
});
