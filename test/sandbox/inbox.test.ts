import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DateTime, Settings } from 'luxon';
import { SandboxMail } from '../../sandbox/mailbox/sandboxMail.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { type SandboxServer, startSandboxServer } from './sandboxServer.ts';

const usher = 'usher@contoso.com';
const immutable = { prefer: 'IdType="ImmutableId", odata.maxpagesize=2' };
const start = '/mailFolders/inbox/messages/delta()?changeType=created&$select=id,subject';

interface Listed {
  id: string;
  subject: string;
}
interface Page {
  value: Listed[];
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
}

describe("the sandbox's inbox", () => {
  let store: TestStore;
  let sandbox: SandboxServer;
  before(async () => {
    store = await openTestStore();
    sandbox = await startSandboxServer();
  });
  beforeEach(() => store.clear());
  afterEach(() => {
    Settings.now = () => Date.now();
  });
  after(async () => {
    await sandbox.close();
    await store.close();
  });

  const code = (answer: { body: Record<string, unknown> }) => (answer.body.error as { code: string }).code;
  const send = async (subject: string, to = usher) => {
    const message = { subject, toRecipients: [{ emailAddress: { address: to } }] };
    assert.equal((await sandbox.graph('POST', '/sendMail', { message })).status, 202);
  };
  const follow = async (link: string, headers = immutable) => {
    const answer = await fetch(link, { headers });
    return { status: answer.status, body: (await answer.json()) as Page };
  };
  /** Follows the pages up to the next deltaLink. */
  const round = async (from?: string) => {
    const first = from === undefined ? await sandbox.graph('GET', start, undefined, immutable) : await follow(from);
    assert.equal(first.status, 200);
    let page = first.body as unknown as Page;
    const subjects = page.value.map(({ subject }) => subject);
    let pages = 1;
    while (page['@odata.nextLink'] !== undefined) {
      page = (await follow(page['@odata.nextLink'])).body;
      pages += 1;
      subjects.push(...page.value.map(({ subject }) => subject));
    }
    return { subjects, pages, link: page['@odata.deltaLink'] ?? '' };
  };
  const listed = async (): Promise<Listed[]> => {
    const answer = await sandbox.graph('GET', '/mailFolders/inbox/messages?$select=id,subject');
    return answer.body.value as Listed[];
  };

  describe('asked what came in', () => {
    it('shows all that lies there, page by page, then only what came since', async () => {
      for (const subject of ['1', '2', '3', '4', '5']) await send(subject);
      const first = await round();
      assert.deepEqual(first.subjects, ['1', '2', '3', '4', '5']);
      assert.equal(first.pages, 3);
      await send('6');
      await send('for another', 'marco.ferri@contoso.com');
      const second = await round(first.link);
      assert.deepEqual(second.subjects, ['6']);
      assert.deepEqual((await round(second.link)).subjects, []);
      assert.deepEqual((await round(first.link)).subjects, ['6']);
    });

    it('shows nothing that was moved away, and once more what was moved back', async () => {
      await send('stays');
      await send('goes');
      const { link } = await round();
      const goes = (await listed()).find(({ subject }) => subject === 'goes');
      const folder = (await sandbox.graph('POST', '/mailFolders', { displayName: 'Done' })).body.id;
      await sandbox.graph('POST', `/messages/${goes?.id}/move`, { destinationId: folder });
      assert.deepEqual((await round()).subjects, ['stays']);
      assert.deepEqual((await round(link)).subjects, []);
      await sandbox.graph('POST', `/messages/${goes?.id}/move`, { destinationId: 'inbox' });
      assert.deepEqual((await round(link)).subjects, ['goes']);
    });

    it('loses none of many that are sent at once', async () => {
      const subjects = Array.from({ length: 20 }, (_, at) => String(at));
      const sending = Promise.all(subjects.map((subject) => send(subject)));
      const found: string[] = [];
      let link: string | undefined;
      do {
        const next = await round(link);
        found.push(...next.subjects);
        link = next.link;
      } while (found.length < subjects.length);
      await sending;
      assert.deepEqual(found.sort(), subjects.sort());
    });

    for (const [what, token] of [
      ['garbage', 'x'],
      ['nothing', ''],
      ['JSON that is no state', Buffer.from('{"shown":0}').toString('base64url')],
    ] as const) {
      it(`answers 410 to a token that is ${what}`, async () => {
        const answer = await sandbox.graph('GET', `/mailFolders/inbox/messages/delta?$deltatoken=${token}`);
        assert.equal(answer.status, 410);
        assert.equal(code(answer), 'SyncStateNotFound');
      });
    }

    it('answers 410 to a link that is too old, or was made for ids of the other kind', async () => {
      const { link } = await round();
      assert.equal((await follow(link, { prefer: '' })).status, 410);
      Settings.now = () => Date.now() + 31 * 24 * 60 * 60 * 1000;
      assert.equal((await follow(link)).status, 410);
    });
  });

  describe('with folders', () => {
    it('makes one, finds it by its name, once', async () => {
      const made = await sandbox.graph('POST', '/mailFolders', { displayName: "Usher: it's" });
      assert.equal(made.status, 201);
      const found = await sandbox.graph('GET', "/mailFolders?$filter=displayName eq 'usher: it''s'&$select=id");
      assert.deepEqual(found.body.value, [{ id: made.body.id }]);
      const again = await sandbox.graph('POST', '/mailFolders', { displayName: "USHER: it's" });
      assert.equal(again.status, 409);
      assert.equal(code(again), 'ErrorFolderExists');
      assert.equal((await sandbox.graph('POST', '/mailFolders', { displayName: 'Inbox' })).status, 409);
    });

    it('moves a message under the same immutable id, as often as one likes', async () => {
      await send('a mail');
      const [mail] = await listed();
      const folder = (await sandbox.graph('POST', '/mailFolders', { displayName: 'Done' })).body.id as string;
      for (const _ of ['once', 'twice']) {
        const moved = await sandbox.graph('POST', `/messages/${mail?.id}/move`, { DestinationId: folder });
        assert.equal(moved.status, 201);
        assert.equal(moved.body.id, mail?.id);
        assert.equal(moved.body.parentFolderId, folder);
      }
      assert.deepEqual(await listed(), []);
      const there = await sandbox.graph('GET', `/mailFolders/${folder}/messages?$select=id`);
      assert.deepEqual(
        (there.body.value as Listed[]).map(({ id }) => id),
        [mail?.id],
      );
      const mime = await sandbox.graph('GET', `/messages/${mail?.id}/$value`);
      assert.match(mime.body.text as string, /Subject: a mail/);
    });

    it('loses the ordinary id with the move', async () => {
      await send('a mail');
      const [mail] = await listed();
      const ordinary = (await sandbox.graph('GET', `/messages/${mail?.id}`, undefined, {})).body.id as string;
      const folder = (await sandbox.graph('POST', '/mailFolders', { displayName: 'Done' })).body.id;
      assert.equal((await sandbox.graph('POST', `/messages/${ordinary}/move`, { destinationId: folder })).status, 201);
      assert.equal((await sandbox.graph('GET', `/messages/${ordinary}`)).status, 404);
    });

    it('puts what lay in a folder that is deleted into Deleted Items', async () => {
      await send('a mail');
      const [mail] = await listed();
      const folder = (await sandbox.graph('POST', '/mailFolders', { displayName: 'Done' })).body.id;
      await sandbox.graph('POST', `/messages/${mail?.id}/move`, { destinationId: folder });
      assert.equal((await sandbox.graph('DELETE', `/mailFolders/${folder}`)).status, 204);
      const refused = await sandbox.graph('POST', `/messages/${mail?.id}/move`, { destinationId: folder });
      assert.equal(refused.status, 404);
      assert.equal((await sandbox.graph('GET', `/messages/${mail?.id}`)).body.parentFolderId, 'deleteditems');
      assert.equal((await sandbox.graph('DELETE', '/mailFolders/inbox')).status, 403);
    });
  });

  it('marks a message that came in as read, and changes nothing else of it', async () => {
    await send('a mail');
    const [mail] = await listed();
    const read = await sandbox.graph('PATCH', `/messages/${mail?.id}`, { isRead: true });
    assert.equal(read.body.isRead, true);
    assert.ok((await SandboxMail.findOne().lean())?.deliveredTo[0]?.readAt);
    assert.equal((await sandbox.graph('PATCH', `/messages/${mail?.id}`, { isRead: false })).body.isRead, false);
    const other = await sandbox.graph('PATCH', `/messages/${mail?.id}`, { isRead: true, subject: 'x' });
    assert.equal(other.status, 400);
  });

  describe('with subscriptions', () => {
    interface Received {
      url: URL;
      body: { value: Record<string, unknown>[] };
    }
    let origin: string;
    let answer: (request: IncomingMessage, url: URL, response: ServerResponse) => void;
    let received: Received[];
    let heard: (() => void)[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const url = new URL(request.url ?? '', origin);
      const text = Buffer.concat(chunks).toString();
      if (text !== '') received.push({ url, body: JSON.parse(text) });
      answer(request, url, response);
      for (const tell of heard.splice(0)) tell();
    });
    const until = async (fits: () => boolean) => {
      while (!fits()) await new Promise<void>((resolve) => heard.push(resolve));
    };
    const reply = (response: ServerResponse, status: number, type: string, body: string | null) => {
      response.writeHead(status, { 'content-type': type });
      response.end(body ?? '');
    };
    const shakeHands = (_: IncomingMessage, url: URL, response: ServerResponse) => {
      const token = url.searchParams.get('validationToken');
      reply(response, token === null ? 202 : 200, 'text/plain; charset=utf-8', token);
    };
    const wanted = (more = {}) => ({
      changeType: 'created',
      notificationUrl: `${origin}/notifications`,
      lifecycleNotificationUrl: `${origin}/lifecycle`,
      resource: `users/${usher}/mailFolders('inbox')/messages`,
      expirationDateTime: DateTime.now().plus({ days: 6 }).toUTC().toISO(),
      clientState: 'a secret',
      ...more,
    });
    const ask = async (method: string, path = '', body?: unknown) => {
      const response = await fetch(`${sandbox.origin}/sandbox/graph/v1.0/subscriptions${path}`, {
        method,
        headers: { 'content-type': 'application/json', prefer: 'IdType="ImmutableId"' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
    };

    before(async () => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    beforeEach(() => {
      answer = shakeHands;
      received = [];
      heard = [];
    });
    after(() => {
      server.closeAllConnections();
      server.close();
    });

    it('shakes hands, then tells of what comes in, by its immutable id and with the secret', async () => {
      const made = await ask('POST', '', wanted());
      assert.equal(made.status, 201);
      assert.equal(made.body.clientState, null);
      await send('for another', 'marco.ferri@contoso.com');
      await send('a mail');
      await until(() => received.length > 0);
      const [first] = received;
      assert.equal(first?.url.pathname, '/notifications');
      const [notification] = first?.body.value ?? [];
      assert.equal(notification?.clientState, 'a secret');
      assert.equal(notification?.subscriptionId, made.body.id);
      const [mail] = await listed();
      assert.equal((notification?.resourceData as { id: string } | undefined)?.id, mail?.id);
    });

    it('tells again what was not taken', async () => {
      await ask('POST', '', wanted());
      let refuse = true;
      answer = (request, url, response) => {
        if (!refuse) return shakeHands(request, url, response);
        refuse = false;
        reply(response, 503, 'text/plain', '');
      };
      await send('a mail');
      await until(() => received.length === 2);
      assert.deepEqual(received[0]?.body, received[1]?.body);
    });

    for (const [what, status, type, body] of [
      ['says no', 404, 'text/plain', ''],
      ['answers something else', 200, 'text/plain', 'x'],
      ['answers in HTML', 200, 'text/html', undefined],
    ] as const) {
      it(`makes none for an address that ${what}`, async () => {
        answer = (_, url, response) => reply(response, status, type, body ?? url.searchParams.get('validationToken'));
        const made = await ask('POST', '', wanted());
        assert.equal(made.status, 400);
        assert.equal(code(made), 'ValidationError');
        assert.deepEqual((await ask('GET')).body.value, []);
      });
    }

    it('renews, reauthorizes, shows and ends one; what has expired is not there', async () => {
      const { id } = (await ask('POST', '', wanted())).body as { id: string };
      const later = DateTime.now().plus({ minutes: 10_000 }).toUTC().toISO();
      assert.equal((await ask('PATCH', `/${id}`, { expirationDateTime: later })).body.expirationDateTime, later);
      assert.equal((await ask('POST', `/${id}/reauthorize`)).status, 200);
      assert.equal(((await ask('GET')).body.value as unknown[]).length, 1);
      const tooLate = DateTime.now().plus({ minutes: 10_090 }).toUTC().toISO();
      assert.equal((await ask('PATCH', `/${id}`, { expirationDateTime: tooLate })).status, 400);
      const soon = DateTime.now().plus({ minutes: 5 }).toUTC().toISO();
      const raised = (await ask('PATCH', `/${id}`, { expirationDateTime: soon })).body.expirationDateTime as string;
      assert.ok(DateTime.fromISO(raised).diffNow('minutes').minutes > 44);
      Settings.now = () => Date.now() + 46 * 60_000;
      assert.equal((await ask('GET', `/${id}`)).status, 404);
      assert.equal((await ask('PATCH', `/${id}`, { expirationDateTime: later })).status, 404);
      Settings.now = () => Date.now();
      assert.equal((await ask('DELETE', `/${id}`)).status, 204);
      assert.equal((await ask('POST', `/${id}/reauthorize`)).status, 404);
    });

    it('tells what becomes of a subscription', async () => {
      const { id } = (await ask('POST', '', wanted())).body as { id: string };
      for (const event of ['reauthorizationRequired', 'missed', 'subscriptionRemoved'] as const) {
        await sandbox.notifier.lifecycle(usher, event);
      }
      const told = received.map(({ url, body }) => [
        url.pathname,
        body.value[0]?.lifecycleEvent,
        body.value[0]?.subscriptionId,
      ]);
      assert.deepEqual(told, [
        ['/lifecycle', 'reauthorizationRequired', id],
        ['/lifecycle', 'missed', id],
        ['/lifecycle', 'subscriptionRemoved', id],
      ]);
      assert.equal((await ask('GET', `/${id}`)).status, 404);
    });

    it('calls this machine only, and takes nothing that it does not know', async () => {
      assert.equal((await ask('POST', '', wanted({ notificationUrl: 'https://usher.contoso.com/' }))).status, 400);
      assert.equal((await ask('POST', '', wanted({ changeType: 'updated' }))).status, 501);
      assert.equal((await ask('POST', '', wanted({ resource: 'users/x/events' }))).status, 501);
      assert.equal((await ask('POST', '', wanted({ colour: 'blue' }))).status, 400);
      assert.equal((await ask('POST', '', wanted({ clientState: 'x'.repeat(129) }))).status, 400);
    });
  });
});
