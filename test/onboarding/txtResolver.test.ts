import assert from 'node:assert/strict';
import { txtResolver } from '../../onboarding/txtResolver.ts';
import { startNameServer, type Zone } from './nameServer.ts';

describe('the look-up of TXT records, at a real DNS server', () => {
  const zone: Zone = new Map();
  let server: Awaited<ReturnType<typeof startNameServer>>;
  let resolve: (name: string) => Promise<string[]>;
  before(async () => {
    server = await startNameServer(zone);
    resolve = txtResolver([server.address]);
  });
  after(() => server.close());

  it('gives each record, joined from its chunks', async () => {
    zone.set('contoso.com', [['v=spf1 -all'], ['usher-verification=', 'abc', 'def']]);
    assert.deepEqual((await resolve('contoso.com')).sort(), ['usher-verification=abcdef', 'v=spf1 -all']);
  });

  it('gives none for a name without such records, and for one that does not exist', async () => {
    zone.set('fabrikam.com', []);
    assert.deepEqual(await resolve('fabrikam.com'), []);
    assert.deepEqual(await resolve('nobody.example'), []);
  });

  it('throws what the server could not answer', async () => {
    zone.set('broken.example', 'SERVFAIL');
    await assert.rejects(resolve('broken.example'), { code: 'ESERVFAIL' });
  });

  it('throws when no server answers in time', async () => {
    zone.set('silent.example', 'silence');
    const impatient = txtResolver([server.address], { timeout: 50, tries: 1 });
    await assert.rejects(impatient('silent.example'), { code: 'ETIMEOUT' });
  });
});
