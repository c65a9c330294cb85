import assert from 'node:assert/strict';
import { countryChoices, countryTyped } from '../../cards/countryChoices.ts';
import { invitationForm } from '../../cards/invitationForm.ts';
import { peopleForm } from '../../cards/peopleForm.ts';
import { languages, textsFor } from '../../language/texts.ts';
import { roles } from '../../models/role.ts';
import { readCountry } from '../../onboarding/readCountry.ts';
import { checkCard } from './checkCard.ts';

const account = {
  id: 'f'.repeat(24),
  number: '0005012345',
  agreementNumber: '4100012345',
  organization: 'Ö'.repeat(200),
  country: 'IT',
};

describe('the cards of inviting', () => {
  for (const language of languages) {
    const reader = { texts: textsFor(language), language, timeZone: 'Europe/Rome' };
    const button = { walk: 'inviteUser' as const, card: 'abcdef01-999999' };
    const problem = reader.texts.refusals.personalAddress;
    const problems = Object.fromEntries(
      ['email', 'firstName', 'lastName', 'language', 'country', 'roles', 'people', 'form'].map((id) => [id, problem]),
    );

    it(`the form fits with everything in it, in ${language}`, () => {
      const draft = {
        email: 'é'.repeat(400),
        firstName: '"'.repeat(200),
        lastName: '王'.repeat(200),
        language,
        country: 'IT',
        roles,
      };
      const spoken = invitationForm(
        draft,
        { account, assignable: roles, hasOthers: true },
        { said: [problem, problem], problems },
        button,
        reader,
      );
      checkCard(spoken.card, spoken.summary);
    });

    it(`the form for a list fits with the longest list that it shows, in ${language}`, () => {
      const spoken = peopleForm(
        { people: 'é'.repeat(5_490), defaults: { language, country: 'IT', roles } },
        { account, assignable: roles },
        { said: [problem], problems, most: 1000 },
        button,
        reader,
      );
      checkCard(spoken.card, spoken.summary);
    });

    it(`names each country once, sorted, in ${language}`, () => {
      const choices = countryChoices(language);
      const titles = choices.map(({ title }) => title);
      assert.equal(new Set(titles).size, titles.length);
      assert.deepEqual(titles, [...titles].sort(new Intl.Collator(language).compare));
      // The 249 of ISO 3166-1, and Kosovo, which is in use without being on that list.
      assert.equal(choices.length, 250);
      assert.ok(titles.every((title) => readCountry(countryTyped(title, language)) !== undefined));
    });
  }
});
