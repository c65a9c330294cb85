import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { maskCard } from '../../bot/maskCard.ts';
import { cardText } from '../../cards/cardText.ts';
import { countryChoices } from '../../cards/countryChoices.ts';
import { form } from '../../cards/form.ts';
import { maskSecrets } from '../../onboarding/maskSecrets.ts';

describe('masking secrets in a card', () => {
  const token = randomBytes(32).toString('base64url');
  const card = (before: string, after: string) =>
    cardText({
      type: 'AdaptiveCard',
      body: form([
        { kind: 'text', id: 'note', label: 'Note', maxLength: 100, value: before },
        { kind: 'choice', id: 'country', label: 'Country', choices: countryChoices('en'), value: 'Italy' },
        { kind: 'text', id: 'more', label: 'More', maxLength: 100, value: after },
      ]),
    });

  for (const [before, after] of [
    ['plain', 'words'],
    [token, 'words'],
    ['plain', `https://usher.contoso.com/invitation/${token}`],
    [`Bearer ${token}`, token],
  ] as const) {
    it(`says the same as masking all of it, with ${before.length} and ${after.length} characters beside the countries`, () => {
      const text = card(before, after);
      assert.equal(maskCard(text), maskSecrets(text));
      assert.ok(!maskCard(text).includes(token));
    });
  }

  it('masks a card without countries', () => {
    const text = cardText({ type: 'AdaptiveCard', body: form([]), fallbackText: token });
    assert.ok(!maskCard(text).includes(token));
  });
});
