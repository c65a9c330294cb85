import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { isSequence } from '../../../onboarding/password/isSequence.ts';
import { passwordProblem } from '../../../onboarding/password/passwordProblem.ts';

const owner = {
  email: 'anna.keller@fabrikam.com',
  firstName: 'Anna',
  lastName: 'Keller',
  organization: 'Fabrikam GmbH',
};

describe('a password that only runs over something', () => {
  for (const password of [
    '123456789012',
    'abcdefghijkl',
    'lkjihgfedcba',
    'qwertyuiopas',
    'QWERTYuiopas',
    'asdfghjklqwe',
    'poiuytrewqlk',
    '1qaz2wsx3edc',
    '!QAZ"WSX3edc',
    '1q2w3e4r5t6y',
    'qazwsxedcrfv',
    'qweasdzxcrty',
    'qwertzuiopas',
    'yxcvbnmasdfg',
    'azertyuiopqs',
    'wxcvbnqsdfgh',
    'asdfghjklòàù',
    'qwertyuiopèé',
    'qqwweerrttyy',
    'qwerty123456',
    'zxcvbnm,.-zx',
  ]) {
    it(`is refused: ${password}`, () => {
      assert.equal(passwordProblem(password, owner), 'common');
    });
  }

  for (const password of [
    'vier Katzen im Schnee',
    'fünf Hunde im Regen',
    'il treno delle sette',
    'correct horse battery staple',
    'were we there yet',
    'kX7#pQ2m!vR9',
    '840271639518',
  ]) {
    it(`is not meant by this one: ${password}`, () => {
      assert.equal(passwordProblem(password, owner), undefined);
    });
  }

  it('is hardly ever seen in three words out of a list for passphrases', () => {
    const words = createRequire(import.meta.url)('@zxcvbn-ts/language-common/src/diceware.json') as string[];
    const long = words.filter((word) => word.length >= 4);
    assert.ok(long.length > 5_000);
    const phrases = long.map((word, at) =>
      [word, long[(at * 7 + 3) % long.length], long[(at * 31 + 11) % long.length]].join(''),
    );
    const taken = phrases.filter((phrase) => phrase.length >= 12 && isSequence(phrase));
    assert.ok(taken.length <= phrases.length / 1_000, taken.join(', '));
  });
});
