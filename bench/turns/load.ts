import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let count = 0;

/** One person's message as Teams sends it. */
function messageActivity(conversation: string, connectorPort: number): string {
  const id = `${Date.now()}-${++count}`;
  return JSON.stringify({
    type: 'message',
    id,
    timestamp: '2026-11-20T10:15:30.123Z',
    localTimestamp: '2026-11-20T11:15:30.123+01:00',
    localTimezone: 'Europe/Rome',
    serviceUrl: `http://127.0.0.1:${connectorPort}/`,
    channelId: 'msteams',
    from: { id: `29:${conversation}`, name: 'Marco Ferri', aadObjectId: '11111111-2222-4333-8444-555555555555' },
    conversation: { conversationType: 'personal', tenantId: '99999999-2222-4333-8444-555555555555', id: conversation },
    recipient: { id: '28:usher', name: 'Usher' },
    textFormat: 'plain',
    text: 'I would like to invite maria.rossi@contoso.com as user administrator, please',
    locale: 'it-IT',
    entities: [{ locale: 'it-IT', country: 'IT', platform: 'Web', timezone: 'Europe/Rome', type: 'clientInfo' }],
    channelData: { tenant: { id: '99999999-2222-4333-8444-555555555555' }, source: { name: 'message' } },
  });
}

function post(port: number, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        port,
        host: '127.0.0.1',
        path: '/api/messages',
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
        );
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

/**
 * Talks in `conversations` chats at once, in each one turn after the other, until `turns` turns are through.
 * @returns how long it took, in milliseconds.
 */
export async function load(port: number, connectorPort: number, turns: number, conversations: number): Promise<number> {
  let left = turns;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: conversations }, async (_, index) => {
      while (left-- > 0) await post(port, messageActivity(`a:bench-${index}`, connectorPort));
    }),
  );
  return performance.now() - begun;
}
