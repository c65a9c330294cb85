import assert from 'node:assert/strict';
import { comesFromOwnPage } from '../../web/comesFromOwnPage.ts';

describe('whether a form may come from a page of ours', () => {
  const usher = 'https://usher.contoso.com';
  const local = 'http://localhost:3978';
  const cases: [own: string, headers: Record<string, string>, may: boolean][] = [
    [usher, { origin: usher, host: 'usher.contoso.com', 'sec-fetch-site': 'same-origin' }, true],
    [usher, { host: 'usher.contoso.com', 'sec-fetch-site': 'none' }, true],
    [usher, {}, true],
    [usher, { origin: usher, 'sec-fetch-site': 'cross-site' }, false],
    [usher, { origin: usher, 'sec-fetch-site': 'same-site' }, false],
    [usher, { origin: 'https://contoso.com', host: 'usher.contoso.com' }, false],
    [usher, { origin: 'http://usher.contoso.com', host: 'usher.contoso.com' }, false],
    [usher, { origin: 'null', host: 'usher.contoso.com' }, false],
    [usher, { origin: 'http://localhost:3978', host: 'localhost:3978' }, false],
    [local, { origin: 'http://127.0.0.1:3978', host: '127.0.0.1:3978' }, true],
    [local, { origin: 'http://[::1]:3978', host: '[::1]:3978' }, true],
    [local, { origin: 'http://127.0.0.1:4000', host: '127.0.0.1:3978' }, false],
    // A stranger's name that was made to point to this machine.
    [local, { origin: 'http://stranger.example:3978', host: 'stranger.example:3978' }, false],
  ];
  for (const [own, headers, may] of cases) {
    it(`${may ? 'yes' : 'no'}: ${JSON.stringify(headers)} for ${own}`, () =>
      assert.equal(comesFromOwnPage(headers, own), may));
  }
});
