import assert from 'node:assert/strict';
import { setPhrase } from '../../language/setPhrase.ts';

describe('a set phrase', () => {
  it('is compared folded, without the marks at its end', () => {
    assert.equal(setPhrase(' Perché no?!… '), 'perche no');
  });

  it('is compared without apostrophes, its words in full', () => {
    assert.equal(setPhrase('Who’s waiting, pls?'), setPhrase('whos waiting, please'));
    assert.equal(setPhrase('nn ora'), setPhrase('Non ora!'));
  });

  it('is no longer text: half a million dots would take minutes', () => {
    assert.equal(setPhrase(`no${'.'.repeat(500_000)}x`), '');
  });
});
