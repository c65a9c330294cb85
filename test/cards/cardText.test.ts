import assert from 'node:assert/strict';
import { cardText } from '../../cards/cardText.ts';
import { countryChoices } from '../../cards/countryChoices.ts';
import { form } from '../../cards/form.ts';
import { wholeCard } from '../../cards/wholeCard.ts';

describe('the text of a card', () => {
  const card = (choices: readonly { title: string; value: string }[]) => ({
    type: 'AdaptiveCard',
    fallbackText: 'Più "tardi" — 🙂\n',
    selectAction: undefined,
    body: form([
      { kind: 'text', id: 'email', label: 'Address', maxLength: 254, value: 'maria@contoso.com' },
      { kind: 'choice', id: 'country', label: 'Country', choices, look: 'filtered', value: 'Italy' },
    ]),
    actions: [{ type: 'Action.Submit', title: 'Send' }],
  });

  for (const language of ['en', 'it']) {
    it(`is made whole in ${language} with all countries, which it only names`, () => {
      const one = card(countryChoices(language));
      const kept = cardText(one);
      assert.ok(kept.length < 2_000 && !kept.includes('Alban'), kept);
      assert.deepEqual(JSON.parse(wholeCard(kept)), JSON.parse(JSON.stringify(one)));
      assert.equal(wholeCard(wholeCard(kept)), wholeCard(kept));
    });
  }

  it('takes nobody’s words for the countries', () => {
    const words = '"choices":"countries:it"';
    const one = { ...card([{ title: words, value: words }]), fallbackText: words };
    assert.deepEqual(JSON.parse(wholeCard(cardText(one))), JSON.parse(JSON.stringify(one)));
  });

  it('writes choices that may change each time', () => {
    const choices = [{ title: 'Italy', value: 'Italy' }];
    cardText(card(choices));
    choices.push({ title: 'Åland Islands', value: 'Åland Islands' });
    assert.match(cardText(card(choices)), /\\u00c5land Islands/);
  });

  it('is ASCII, but not several times as long in a language with other letters', () => {
    assert.match(wholeCard(cardText(card(countryChoices('it')))), /^[ -~]*$/);
    const greek = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Καλημέρα σε όλους' }] };
    assert.match(cardText(greek), /Καλημέρα/);
    assert.deepEqual(JSON.parse(cardText(greek)), greek);
  });

  it('takes a card that has no body', () => {
    assert.equal(cardText({ type: 'AdaptiveCard' }), '{"type":"AdaptiveCard"}');
    assert.equal(cardText({}), '{}');
    assert.equal(cardText({ body: [] }), '{"body":[]}');
  });
});
