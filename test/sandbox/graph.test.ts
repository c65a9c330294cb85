import assert from 'node:assert/strict';
import { simpleParser } from 'mailparser';
import { SandboxMail } from '../../sandbox/mailbox/sandboxMail.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { type SandboxServer, startSandboxServer } from './sandboxServer.ts';

const property = 'String {6d1f4c1e-7c0b-4f3a-9d55-2a8f0b6e91c7} Name UsherMail';
const draft = {
  subject: 'Ciao però',
  body: { contentType: 'html', content: '<p>Hello &amp; welcome</p><p>Bye</p>' },
  from: { emailAddress: { name: 'Usher, Business Center', address: 'usher@contoso.com' } },
  toRecipients: [{ emailAddress: { name: 'Giulia Romano', address: 'Giulia.Romano@contoso.com' } }],
  internetMessageHeaders: [{ name: 'x-usher-mail', value: 'mail-1' }],
  singleValueExtendedProperties: [{ id: property, value: "it's" }],
};

describe("the sandbox's stand-in of Graph", () => {
  let store: TestStore;
  let sandbox: SandboxServer;
  before(async () => {
    store = await openTestStore();
    sandbox = await startSandboxServer();
  });
  beforeEach(() => store.clear());
  after(async () => {
    await sandbox.close();
    await store.close();
  });

  const error = (answer: { body: Record<string, unknown> }) =>
    (answer.body as { error: { code: string; message: string } }).error;
  const created = async (more = {}) => {
    const answer = await sandbox.graph('POST', '/messages', { ...draft, ...more });
    assert.equal(answer.status, 201);
    return answer.body as { id: string; isDraft: boolean; internetMessageId: string; parentFolderId: string };
  };
  const ids = (answer: { body: Record<string, unknown> }) =>
    (answer.body.value as { id: string }[]).map(({ id }) => id);

  it('makes a draft, shows it, sends it, and shows it as sent under the same immutable id', async () => {
    const { id, isDraft, internetMessageId } = await created();
    assert.equal(isDraft, true);
    assert.match(internetMessageId, /^<.+@.+>$/);
    const sent = await sandbox.graph('POST', `/messages/${id}/send`);
    assert.equal(sent.status, 202);
    const shown = await sandbox.graph('GET', `/messages/${id}`);
    assert.equal(shown.body.id, id);
    assert.equal(shown.body.isDraft, false);
    assert.equal(shown.body.subject, 'Ciao però');
    assert.equal(shown.headers.get('preference-applied'), 'IdType="ImmutableId"');
    const mail = await SandboxMail.findById(id).lean();
    assert.deepEqual(
      mail?.deliveredTo.map(({ address }) => address),
      ['giulia.romano@contoso.com'],
    );
  });

  it('delivers to the mailbox that an address with a tag belongs to', async () => {
    const tagged = [{ emailAddress: { address: 'Giulia.Romano+Ref-1@contoso.com' } }];
    const { id } = await created({ toRecipients: tagged, ccRecipients: draft.toRecipients });
    assert.equal((await sandbox.graph('POST', `/messages/${id}/send`)).status, 202);
    const mail = await SandboxMail.findById(id).lean();
    assert.deepEqual(
      mail?.deliveredTo.map(({ address }) => address),
      ['giulia.romano@contoso.com'],
    );
    assert.equal(mail?.toRecipients[0]?.address, 'Giulia.Romano+Ref-1@contoso.com');
  });

  it('gives what a person wrote as MIME byte for byte', async () => {
    const mime = Buffer.from('From: eve@contoso.com\r\nSubject: \xe8\r\n\r\nyes\n', 'latin1');
    const { id } = await created();
    await SandboxMail.updateOne({ _id: id }, { $set: { mime } });
    const { body } = await sandbox.graph('GET', `/messages/${id}/$value`);
    assert.equal(body.text, mime.toString('utf8'));
  });

  it('loses the ordinary id when the message moves, as Graph does', async () => {
    const { body } = await sandbox.graph('POST', '/messages', draft, {});
    const path = `/messages/${body.id as string}`;
    assert.equal((await sandbox.graph('GET', path, undefined, {})).status, 200);
    assert.equal((await sandbox.graph('POST', `${path}/send`, undefined, {})).status, 202);
    assert.equal(error(await sandbox.graph('GET', path, undefined, {})).code, 'ErrorItemNotFound');
  });

  it('sends a draft once, however many ask at once', async () => {
    const { id } = await created();
    const answers = await Promise.all([...Array(8)].map(() => sandbox.graph('POST', `/messages/${id}/send`)));
    assert.equal(answers.filter(({ status }) => status === 202).length, 1);
    assert.equal((await sandbox.graph('POST', `/messages/${id}/send`)).status, 400);
    assert.equal((await SandboxMail.findById(id).lean())?.deliveredTo.length, 1);
  });

  it('finds messages by property, by message id and by folder', async () => {
    const { id, internetMessageId } = await created();
    await created({ singleValueExtendedProperties: [] });
    const filter = `singleValueExtendedProperties/any(ep: ep/id eq '${property}' and ep/value eq 'it''s')`;
    const find = (folder: string, what: string) =>
      sandbox.graph('GET', `${folder}/messages?$filter=${encodeURIComponent(what)}&$select=id,isDraft&$top=10`);
    const found = await find('', filter);
    assert.deepEqual(found.body.value, [{ '@odata.etag': 'W/"1"', id, isDraft: true }]);
    assert.deepEqual(ids(await find('/mailFolders/drafts', filter)), [id]);
    assert.deepEqual(ids(await find('/mailFolders/sentitems', filter)), []);
    await sandbox.graph('POST', `/messages/${id}/send`);
    assert.deepEqual(ids(await find('/mailFolders/drafts', filter)), []);
    assert.deepEqual(ids(await find('/mailFolders/SentItems', filter)), [id]);
    assert.deepEqual(ids(await find('', `internetMessageId eq '${internetMessageId}'`)), [id]);
    assert.equal(ids(await find('', 'isDraft eq true')).length, 1);
  });

  it('puts what was sent into the inbox of whom it was sent to, and nobody else’s', async () => {
    const { id } = await created();
    const inbox = async (whose: string) => {
      const answer = await fetch(`${sandbox.origin}/sandbox/graph/v1.0/users/${whose}/mailFolders/inbox/messages`);
      return ((await answer.json()) as { value: Record<string, unknown>[] }).value;
    };
    assert.deepEqual(await inbox('giulia.romano@contoso.com'), []);
    await sandbox.graph('POST', `/messages/${id}/send`);
    const [message] = await inbox('giulia.romano@contoso.com');
    assert.equal(message?.subject, 'Ciao però');
    assert.equal(message?.isRead, false);
    assert.deepEqual(await inbox('marco.ferri@contoso.com'), []);
    assert.deepEqual(await inbox('usher@contoso.com'), []);
  });

  it('gives the source: MIME with headers, text and HTML', async () => {
    const { id } = await created({ bccRecipients: [{ emailAddress: { address: 'secret@contoso.com' } }] });
    await sandbox.graph('POST', `/messages/${id}/send`);
    const { body } = await sandbox.graph('GET', `/messages/${id}/$value`);
    const source = body.text as string;
    assert.doesNotMatch(source, /secret@contoso\.com/);
    const mail = await simpleParser(source);
    assert.equal(mail.subject, 'Ciao però');
    assert.equal(mail.from?.value[0]?.name, 'Usher, Business Center');
    assert.equal(mail.headers.get('x-usher-mail'), 'mail-1');
    assert.equal(mail.text?.trim(), 'Hello & welcome\nBye');
    assert.match(String(mail.html), /<p>Hello &amp; welcome<\/p>/);
  });

  it('takes the written text where the message carries it', async () => {
    const text = { id: 'String {6d1f4c1e-7c0b-4f3a-9d55-2a8f0b6e91c7} Name UsherText', value: 'As written' };
    const { id } = await created({ singleValueExtendedProperties: [text] });
    const { body } = await sandbox.graph('GET', `/messages/${id}/$value`);
    assert.equal((await simpleParser(body.text as string)).text?.trim(), 'As written');
  });

  it('changes and deletes drafts, and nothing that was sent', async () => {
    const { id } = await created();
    const changed = await sandbox.graph('PATCH', `/messages/${id}`, { subject: 'Other' });
    assert.equal(changed.body.subject, 'Other');
    await sandbox.graph('POST', `/messages/${id}/send`);
    assert.equal((await sandbox.graph('PATCH', `/messages/${id}`, { subject: 'Third' })).status, 400);
    assert.equal((await sandbox.graph('DELETE', `/messages/${id}`)).status, 501);
    const other = await created();
    assert.equal((await sandbox.graph('DELETE', `/messages/${other.id}`)).status, 204);
    assert.equal((await sandbox.graph('GET', `/messages/${other.id}`)).status, 404);
  });

  it('sends at once, keeping a copy or not', async () => {
    assert.equal((await sandbox.graph('POST', '/sendMail', { message: draft })).status, 202);
    assert.equal((await sandbox.graph('POST', '/sendMail', { Message: draft, SaveToSentItems: false })).status, 202);
    assert.equal(await SandboxMail.countDocuments({ 'deliveredTo.address': 'giulia.romano@contoso.com' }), 2);
    assert.equal(ids(await sandbox.graph('GET', '/mailFolders/sentitems/messages')).length, 1);
  });

  describe('refuses, as Graph would:', () => {
    const refusals: [string, string, string, unknown, number, string][] = [
      [
        'a header that is no x-header',
        'POST',
        '/messages',
        { internetMessageHeaders: [{ name: 'Auto-Submitted', value: 'auto-generated' }] },
        400,
        'InvalidInternetMessageHeader',
      ],
      [
        'a header that holds two',
        'POST',
        '/messages',
        { internetMessageHeaders: [{ name: 'x-a', value: 'b\r\nBcc: c' }] },
        400,
        'InvalidInternetMessageHeader',
      ],
      [
        'a property id of no form',
        'POST',
        '/messages',
        { singleValueExtendedProperties: [{ id: 'UsherMail', value: '1' }] },
        400,
        'ErrorInvalidPropertyId',
      ],
      ['an unknown property', 'POST', '/messages', { colour: 'blue' }, 400, 'RequestBodyRead'],
      ['a wrong type', 'POST', '/messages', { subject: 5 }, 400, 'RequestBodyRead'],
      ['what is no JSON', 'POST', '/messages', '{', 400, 'BadRequest'],
      [
        'sending without a recipient',
        'POST',
        '/sendMail',
        { message: { subject: 'x' } },
        400,
        'ErrorInvalidRecipients',
      ],
      [
        'sending to what is no address',
        'POST',
        '/sendMail',
        { message: { toRecipients: [{ emailAddress: { address: 'x' } }] } },
        400,
        'ErrorInvalidRecipients',
      ],
      [
        'sending in the name of another',
        'POST',
        '/sendMail',
        { message: { ...draft, from: { emailAddress: { address: 'ceo@contoso.com' } } } },
        403,
        'ErrorSendAsDenied',
      ],
      ['a parameter that does not exist', 'POST', '/sendMail', { message: draft, twice: true }, 400, 'RequestBodyRead'],
      ['a message that does not exist', 'GET', '/messages/AAkA', undefined, 404, 'ErrorItemNotFound'],
      ['sending one that does not exist', 'POST', '/messages/AAkA/send', undefined, 404, 'ErrorItemNotFound'],
      ['a folder that does not exist', 'GET', '/mailFolders/spam/messages', undefined, 404, 'ErrorItemNotFound'],
      ['a filter it does not know', 'GET', "/messages?$filter=subject eq 'x'", undefined, 501, 'NotImplemented'],
      ['a parameter it does not know', 'GET', '/messages?$search=x', undefined, 501, 'NotImplemented'],
      ['a number that is none', 'GET', '/messages?$top=many', undefined, 400, 'BadRequest'],
      ['a path it does not know', 'POST', '/messages/1/forward', {}, 501, 'NotImplemented'],
      ['a path it does not know at all', 'PUT', '/calendar', {}, 501, 'NotImplemented'],
    ];
    for (const [what, method, path, body, status, code] of refusals) {
      it(what, async () => {
        const answer = await sandbox.graph(method, path, body);
        assert.equal(answer.status, status);
        assert.equal(error(answer).code, code);
        assert.equal(typeof error(answer).message, 'string');
        assert.equal(await SandboxMail.countDocuments(), 0);
      });
    }

    it('a property to select that does not exist', async () => {
      await created();
      assert.equal((await sandbox.graph('GET', '/messages?$select=colour')).status, 400);
    });

    it('a body that comes with send', async () => {
      const { id } = await created();
      assert.equal((await sandbox.graph('POST', `/messages/${id}/send`, {})).status, 400);
    });

    it('MIME, for now', async () => {
      const mime = { 'content-type': 'text/plain' };
      assert.equal((await sandbox.graph('POST', '/messages', 'RnJvbTo=', mime)).status, 501);
    });

    it('another person’s message', async () => {
      const { id } = await created();
      const answer = await fetch(`${sandbox.origin}/sandbox/graph/v1.0/users/eve@contoso.com/messages/${id}`);
      assert.equal(answer.status, 404);
    });

    it('more than 4 MB', async () => {
      const body = { contentType: 'text', content: 'x'.repeat(4 * 1024 * 1024) };
      assert.equal((await sandbox.graph('POST', '/messages', { body })).status, 413);
    });
  });

  it('answers to localhost only, and to no page from elsewhere', async () => {
    const { request } = await import('node:http');
    const ask = (method: string, headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const url = `${sandbox.origin}/sandbox/graph/v1.0/users/usher@contoso.com/messages`;
        request(url, { method, headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    const own = new URL(sandbox.origin).host;
    assert.equal(await ask('GET', { host: own }), 200);
    assert.equal(await ask('GET', { host: 'localhost:3978' }), 200);
    assert.equal(await ask('GET', { host: 'rebound.example.com' }), 403);
    assert.equal(await ask('POST', { host: own, origin: 'http://evil.example.com' }), 403);
    assert.equal(await ask('POST', { host: own, origin: `http://${own}` }), 201);
  });
});
