import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findAttachedFile, readAttachedFile } from '../../bot/attachedFile.ts';

describe('a file that comes with a message', () => {
  let server: Server;
  let url: string;
  let asked: string[];
  before(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/moved') response.writeHead(302, { location: '/people.csv' });
      if (request.url === '/missing') response.writeHead(404);
      response.end('email;name');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());
  beforeEach(() => {
    asked = [];
  });

  const teamsFile = (downloadUrl: unknown) => ({
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'people.csv',
    content: { downloadUrl, uniqueId: '1', fileType: 'csv' },
  });

  it('is fetched from this machine in local mode', async () => {
    const read = await readAttachedFile(teamsFile(`${url}/people.csv`), true);
    assert.deepEqual(read, { kind: 'file', name: 'people.csv', text: 'email;name' });
  });

  for (const path of ['/moved', '/missing']) {
    it(`is unreachable behind ${path}`, async () => {
      const read = await readAttachedFile(teamsFile(`${url}${path}`), true);
      assert.deepEqual(read, { kind: 'unreadableFile', name: 'people.csv', problem: 'unreachable' });
      assert.deepEqual(asked, [path]);
    });
  }

  it('is fetched from Microsoft’s hosts only in Teams', async () => {
    const elsewhere = [
      `${url}/people.csv`,
      'https://evil.example/people.csv',
      'https://sharepoint.com.evil.example/people.csv',
      'https://evilsharepoint.com/people.csv',
      'http://contoso.sharepoint.com/people.csv',
      'https://contoso.sharepoint.com:8443/people.csv',
      7,
    ];
    for (const downloadUrl of elsewhere) {
      const read = await readAttachedFile(teamsFile(downloadUrl), false);
      assert.equal(read.kind === 'unreadableFile' && read.problem, 'unreachable', String(downloadUrl));
    }
    assert.deepEqual(asked, []);
  });

  it('is not the message itself, nor a card', () => {
    assert.equal(findAttachedFile([{ contentType: 'text/html', content: '<p>hi</p>' }]), undefined);
    assert.equal(
      findAttachedFile([{ contentType: 'application/vnd.microsoft.card.hero', contentUrl: 'x' }]),
      undefined,
    );
    assert.equal(findAttachedFile([teamsFile('x')])?.name, 'people.csv');
  });
});
