import assert from 'node:assert/strict';
import { localPath } from '../../web/localPath.ts';

describe('where to go on, as somebody from outside says it', () => {
  for (const path of ['/', '/home', '/access/users?account=1&done=x', '/access/domains#domain-1', '/a//b']) {
    it(`is ${path}`, () => assert.equal(localPath(path), path));
  }
  it('has no detours', () => assert.equal(localPath('/a/../home'), '/home'));

  for (const text of [
    '',
    undefined,
    null,
    'home',
    'https://contoso.com',
    '//contoso.com',
    '/\\contoso.com',
    '/home\\..\\..',
    '/.//contoso.com',
    '/a/..//contoso.com',
    '/a/../\\contoso.com',
    '/home page',
    '/home\r\nset-cookie: a=b',
    '/hüte',
    `/${'a'.repeat(2_000)}`,
  ]) {
    it(`is nowhere: ${JSON.stringify(text)?.slice(0, 40)}`, () => assert.equal(localPath(text), undefined));
  }
});
