import assert from 'node:assert/strict';
import { namedWalk } from '../../dialogs/namedWalk.ts';

describe('the name of a walk', () => {
  it('is known in any language, with marks behind it', () => {
    assert.equal(namedWalk('Check my role!'), 'checkRole');
    assert.equal(namedWalk('VERIFICA IL MIO RUOLO...'), 'checkRole');
  });

  it('is known where it is a question', () => {
    assert.equal(namedWalk('May I use the online services?'), 'onlineServices');
    assert.equal(namedWalk('posso usare i servizi online'), 'onlineServices');
  });
});
