import assert from 'node:assert/strict';
import { setPhrase } from '../../language/setPhrase.ts';

describe('a set phrase', () => {
  it('is compared folded, without the marks at its end', () => {
    assert.equal(setPhrase(' Perché no?!… '), 'perche no');
  });

  it('is no longer text: half a million dots would take minutes', () => {
    assert.equal(setPhrase(`no${'.'.repeat(500_000)}x`), '');
  });
});
