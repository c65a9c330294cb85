import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Gauge, Registry } from 'prom-client';
import restify, { type Request, type Response, type Server } from 'restify';
import { mountFigures } from '../mountFigures.ts';
import { refuseUntilReady } from '../refuseUntilReady.ts';
import { makeHouse } from './onboarding/house.ts';

describe('the server', () => {
  let server: Server;
  let origin: string;
  beforeEach(async () => {
    server = restify.createServer();
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.close();
    server.server.closeAllConnections();
  });

  it('answers 503 to whoever comes while it starts, and says so to those who ask for its health', async () => {
    let ready = false;
    refuseUntilReady(server, () => ready);
    server.get('/healthz', async (_request: Request, response: Response) => {
      response.json(503, { status: 'starting' });
    });
    const early = await fetch(`${origin}/api/messages`, { method: 'POST', body: '{}' });
    assert.deepEqual([early.status, early.headers.get('retry-after')], [503, '5']);
    assert.deepEqual(await (await fetch(`${origin}/healthz`)).json(), { status: 'starting' });
    ready = true;
    assert.equal((await fetch(`${origin}/api/messages`)).status, 404);
  });

  it('gives figures; while the store is away a reference, and nothing of what is wrong with it', async () => {
    const register = new Registry();
    const house = makeHouse();
    let away = false;
    new Gauge({
      name: 'usher_things',
      help: 'Things',
      registers: [register],
      collect() {
        if (away) throw new Error('connect ECONNREFUSED database.internal');
        this.set(3);
      },
    });
    mountFigures(server, { register, log: house.log });
    assert.match(await (await fetch(`${origin}/metrics`)).text(), /^usher_things 3$/m);
    away = true;
    const answer = await fetch(`${origin}/metrics`);
    assert.equal(answer.status, 503);
    const body = (await answer.json()) as { reference: string };
    assert.deepEqual(Object.keys(body), ['reference']);
    const [, fields] = house.logged.at(-1) as [string, { reference: string }];
    assert.equal(fields.reference, body.reference);
  });
});
