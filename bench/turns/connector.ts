// The other end: takes what a bot says, and knows its one roster.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerQuestions } from './echoServer.ts';

let sent = 0;
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const member = /\/v3\/conversations\/[^/]+\/members\/([^/?]+)/.exec(request.url ?? '');
    const body = member
      ? {
          id: decodeURIComponent(member[1] as string),
          name: 'Marco Ferri',
          givenName: 'Marco',
          surname: 'Ferri',
          email: 'marco.ferri@contoso.com',
          userPrincipalName: 'marco.ferri@contoso.com',
          aadObjectId: '11111111-2222-4333-8444-555555555555',
          tenantId: '99999999-2222-4333-8444-555555555555',
        }
      : { id: `reply-${++sent}` };
    const text = JSON.stringify(body);
    response.writeHead(member ? 200 : 201, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  });
});
// Longer than any round, so that no measured process pays for a connection that was closed under it.
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', (question) => {
  if (question === 'sent') process.send?.({ sent });
});
answerQuestions();
