import assert from 'node:assert/strict';
import { cookiesFor } from '../../web/cookies.ts';

describe('cookies of the pages', () => {
  const secure = cookiesFor('https://usher.contoso.com');
  const local = cookiesFor('http://localhost:3978');
  const parts = (header: string) => header.split('; ').sort();

  it('are out of reach for scripts, other sites and other hosts; over https for plain http, too', () => {
    assert.deepEqual(
      parts(secure.write('session', 'abc')),
      ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure', '__Host-usher-session=abc'].sort(),
    );
    assert.deepEqual(
      parts(local.write('session', 'abc')),
      ['HttpOnly', 'Path=/', 'SameSite=Lax', 'usher-session=abc'].sort(),
    );
  });

  it('are sent in another site’s frame only where they are kept apart for it, which takes https', () => {
    const inFrames = { inFrames: true };
    assert.deepEqual(
      parts(secure.write('session', 'abc', inFrames)),
      ['HttpOnly', 'Partitioned', 'Path=/', 'SameSite=None', 'Secure', '__Host-usher-session=abc'].sort(),
    );
    assert.equal(local.write('session', 'abc', inFrames), local.write('session', 'abc'));
  });

  it('last while the browser is open, or for days, and are forgotten when there is nothing in them', () => {
    assert.doesNotMatch(secure.write('session', 'abc'), /Max-Age|Expires/);
    assert.match(secure.write('device', 'abc', { days: 30 }), /; Max-Age=2592000(;|$)/);
    for (const how of [{}, { days: 30 }, { inFrames: true }]) {
      assert.match(secure.write('session', '', how), /^__Host-usher-session=; Max-Age=0;/);
    }
  });

  it('are read by their whole name: over https none that a neighbouring host could have planted', () => {
    const header = 'usher-session=planted; __Host-usher-session=ours; session=x';
    assert.equal(secure.read(header, 'session'), 'ours');
    assert.equal(secure.read('usher-session=planted', 'session'), undefined);
    assert.equal(local.read(header, 'session'), 'planted');
    assert.equal(secure.read(undefined, 'session'), undefined);
  });
});
