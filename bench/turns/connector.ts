// The other end: takes what a bot says, and knows its one roster.
import { createServer } from 'node:http';
import { measuredServer } from './measuredServer.ts';

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
process.on('message', (question) => {
  if (question === 'sent') process.send?.({ sent });
});
measuredServer(server);
