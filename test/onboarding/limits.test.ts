import assert from 'node:assert/strict';
import { defaultLimits } from '../../onboarding/limits.ts';
import { takeFromLimit } from '../../onboarding/takeFromLimit.ts';
import { takeFromSignInLimits } from '../../onboarding/takeFromSignInLimits.ts';
import { makeHouse, type TestHouse } from './house.ts';
import { scene } from './scene.ts';

describe('limits', () => {
  const here = scene();
  const three = () => makeHouse({ limits: { lookupsPerPerson: { most: 3, per: { hours: 1 } } } });
  const take = (house: TestHouse, key = 'a@contoso.com', more: object = {}) =>
    takeFromLimit(house, 'lookupsPerPerson', key, more);

  it('allow so many in a window, and tell when the next one begins', async () => {
    const house = three();
    for (let times = 0; times < 3; times++) assert.equal(await take(house), undefined);
    const retryAt = await take(house);
    assert.ok(retryAt);
    assert.equal(retryAt.getTime() % 3_600_000, 0);
    assert.equal(await take(house, 'b@contoso.com'), undefined, 'others have their own');
    here.later({ hours: 1 });
    assert.equal(await take(house), undefined);
  });

  it('count exactly, however many ask in the same instant', async () => {
    const house = three();
    const answers = await Promise.all(Array.from({ length: 20 }, () => take(house)));
    assert.equal(answers.filter((one) => one === undefined).length, 3);
  });

  it('allow an amount as a whole or not at all', async () => {
    const house = three();
    assert.ok(await take(house, 'a', { amount: 4 }));
    assert.equal(await take(house, 'a', { amount: 3 }), undefined);
    assert.ok(await take(house, 'a'));
  });

  it('count a piece of work once, and answer it the same when it is done again', async () => {
    const house = three();
    for (const countedFor of ['w1', 'w1', 'w2', 'w3', 'w2']) {
      assert.equal(await take(house, 'a', { countedFor }), undefined);
    }
    assert.ok(await take(house, 'a', { countedFor: 'w4' }));
    assert.ok(await take(house, 'a', { countedFor: 'w4' }));
    assert.equal(await take(house, 'a', { countedFor: 'w1' }), undefined);
  });

  describe('on signing in', () => {
    const rows = [
      ['signInsPerMinute', 'one account from one address', [false, false]],
      ['signInsPerHour', 'one account from one address', [false, false]],
      ['signInsPerDay', 'one account from anywhere', [true, false]],
      ['signInsPerClient', 'any account from one address', [false, true]],
    ] as const;
    for (const [name, what, [fromElsewhere, toAnother]] of rows) {
      it(`hold for ${what}, however it is written: ${name}`, async () => {
        here.still();
        const house = makeHouse({ limits: { [name]: { most: 1, per: defaultLimits[name].per } } });
        const isLimited = async (account: string, client: string) =>
          (await takeFromSignInLimits(house, { account, client })) !== undefined;
        assert.equal(await isLimited('a@contoso.com', 'here'), false);
        assert.equal(await isLimited(' A@Contoso.COM', 'here'), true);
        assert.equal(await isLimited('a@contoso.com', 'elsewhere'), fromElsewhere);
        assert.equal(await isLimited('b@contoso.com', 'here'), toAnother);
        assert.equal(await isLimited('c@contoso.com', 'a third place'), false);
      });
    }
  });
});
