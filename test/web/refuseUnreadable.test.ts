import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { refuseUnreadable } from '../../web/refuseUnreadable.ts';
import { scene } from '../onboarding/scene.ts';
import { startSite } from './site.ts';

describe('a request for no address', () => {
  const here = scene();

  it('is refused, and the next one is answered', async () => {
    const site = await startSite(here.house, {}, (server) => {
      refuseUnreadable(server);
      return {};
    });
    const { port } = site.server.address() as AddressInfo;
    const status = async (target: string, host = 'localhost') => {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.end(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`);
      return Number(/^HTTP\/1\.1 (\d+)/.exec(await text(socket))?.[1]);
    };
    for (const target of ['http://[', 'http://', '//a:b@[/']) {
      assert.ok([400, 404].includes(await status(target)), target);
    }
    for (const host of ['[', 'a b', 'a:b', '%']) assert.equal(await status('/sign-in', host), 400, host);
    assert.equal(await status('//'), 404);
    assert.equal(await status('//['), 404);
    assert.equal(await status('/sign-in'), 200);
    await site.close();
  });
});
