import assert from 'node:assert/strict';
import { chromiumPath } from './chromium.ts';
import { isLoopback, listeningAddresses, stillRunning } from './processTree.ts';
import { openScene, type Scene } from './scene.ts';
import { domains } from './walks/domains.ts';
import { help } from './walks/help.ts';
import { invite } from './walks/invite.ts';
import { mainJob } from './walks/mainJob.ts';
import { partner } from './walks/partner.ts';
import { resend } from './walks/resend.ts';
import { restart } from './walks/restart.ts';

// One start serves all: what a walk leaves behind, the next ones find.
(chromiumPath ? describe : describe.skip)('Usher in a browser', () => {
  let opened: Scene;
  const scene = () => opened;
  before(async () => {
    opened = await openScene();
  });
  after(() => opened?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await opened?.pictures(`failed-${this.currentTest.title.slice(0, 30)}`);
  });

  describe('the main job', () => mainJob(scene));
  describe('inviting', () => invite(scene));
  describe('an invitation resent', () => resend(scene));
  describe('a partner', () => partner(scene));
  describe('domains', () => domains(scene));
  describe('anywhere', () => help(scene));
  describe('the process', () => {
    restart(scene);

    it('listens on loopback only, ends at Ctrl-C and leaves nothing running', async () => {
      const { product } = scene();
      const processes = product.processes();
      const addresses = listeningAddresses(processes);
      assert.deepEqual(
        addresses.filter((address) => !isLoopback(address)),
        [],
      );
      assert.ok(addresses.length >= 1 + product.chats.size);
      assert.equal(await product.end('SIGINT'), 0);
      assert.deepEqual(stillRunning(processes), []);
      for (const url of [product.origin, ...product.chats.values()]) await assert.rejects(fetch(url));
    });
  });
});
