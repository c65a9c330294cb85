import assert from 'node:assert/strict';
import { simpleParser } from 'mailparser';
import { proveSender } from '../../mail/incoming/prove/proveSender.ts';
import { SandboxFolder } from '../../sandbox/mailbox/sandboxFolder.ts';
import { SandboxMail } from '../../sandbox/mailbox/sandboxMail.ts';
import { publishedTxt } from '../../sandbox/mailbox/signing/publishedTxt.ts';
import { SandboxKey } from '../../sandbox/mailbox/signing/sandboxKey.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { type SandboxServer, startSandboxServer, usher } from './sandboxServer.ts';

const marco = 'marco.ferri@contoso.com';
const anna = 'anna.keller@fabrikam.com';
const reference = `usher+ref-${'0123456789'.repeat(4)}@contoso.com`;

describe("writing in the sandbox's mailboxes", () => {
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

  const address = (path: string) => `${sandbox.origin}/sandbox/mailbox${path}`;
  const get = async (path: string, language = 'en') => {
    const answer = await fetch(address(path), { headers: { 'accept-language': language } });
    return { status: answer.status, text: await answer.text() };
  };
  /** Fills in the form as it came and sends it, as a browser does without a script. */
  async function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const form = fieldsOf((await get(path)).text);
    return await post(path, { ...form, ...fields }, headers);
  }
  async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const answer = await fetch(address(path), {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: sandbox.origin, ...headers },
      redirect: 'manual',
    });
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
  }
  /** A mail of Usher's in the mailbox of `to`. @returns its id. */
  async function fromUsher(to: string, subject: string, more = {}): Promise<string> {
    const { body } = await sandbox.graph('POST', '/messages', {
      subject,
      body: {
        contentType: 'html',
        content: '<html><head><style>p{}</style></head><body><p>Giulia asks &amp; waits</p></body></html>',
      },
      from: { emailAddress: { name: 'Usher, Business Center', address: usher.email } },
      toRecipients: [{ emailAddress: { name: 'Marco Ferri', address: to } }],
      replyTo: [{ emailAddress: { name: 'Usher', address: reference } }],
      ...more,
    });
    assert.equal((await sandbox.graph('POST', `/messages/${body.id as string}/send`)).status, 202);
    return body.id as string;
  }
  /** The one mail that a person wrote, as it came. */
  async function written(): Promise<{ mail: SandboxMail; mime: Buffer }> {
    const [mail, ...more] = await SandboxMail.find({ mime: { $exists: true } });
    assert.ok(mail?.mime !== undefined && more.length === 0);
    return { mail: mail.toObject(), mime: mail.mime };
  }
  const prove = (mime: Buffer) =>
    proveSender(mime, { authentication: 'verify', resolveTxt: publishedTxt(async () => []) });

  it('sends what was written into the mailboxes it is for, and keeps it as MIME', async () => {
    const { status, location } = await send(`/${anna}/write`, {
      to: `"Usher, Business Center" <USHER+tag@contoso.com>; ${marco}`,
      subject: 'Where is my invitation?',
      text: 'Hello,\r\n\r\nI lost it: è così.\r\n',
    });
    assert.equal(status, 303);
    const { mail, mime } = await written();
    assert.equal(location, `/sandbox/mailbox/${encodeURIComponent(anna)}?sent=${mail._id}`);
    assert.deepEqual(
      mail.deliveredTo.map(({ address: to }) => to),
      [usher.email, marco],
    );
    assert.equal(mail.folder, 'sentitems');
    const parsed = await simpleParser(mime);
    assert.equal(parsed.from?.value[0]?.address, anna);
    assert.equal(parsed.subject, 'Where is my invitation?');
    assert.equal(parsed.text?.trim(), 'Hello,\n\nI lost it: è così.');
    assert.match(String(parsed.html), /<div class="elementToProof"[^>]*>I lost it: è così\.<\/div>/);
    assert.equal(parsed.inReplyTo, undefined);
    assert.match(
      (await get(location.replace('/sandbox/mailbox', ''))).text,
      /role="status">Sent to usher\+tag@contoso.com, /,
    );
    const source = await get(`/${marco}/${mail._id}?view=source`);
    assert.match(source.text, /DKIM-Signature: v=1/);
    const graph = await sandbox.graph('GET', '/mailFolders/inbox/messages');
    const [message] = graph.body.value as { id: string }[];
    assert.equal((await sandbox.graph('GET', `/messages/${message?.id}/$value`)).body.text, mime.toString());
  });

  it('answers as Outlook does: to Reply-To, in the thread, the mail below in the words of the writer’s language', async () => {
    const sentAt = /mercoledì|lunedì|martedì|giovedì|venerdì|sabato|domenica/;
    const id = await fromUsher(marco, 'Richiesta di accesso');
    const form = fieldsOf((await get(`/${marco}/write?reply=${id}`)).text);
    assert.equal(form.to, reference);
    assert.equal(form.subject, 'R: Richiesta di accesso');
    assert.equal(form.as, marco);
    assert.equal(
      (await send(`/${marco}/write?reply=${id}`, { text: 'ok, ma solo come visualizzatore report' })).status,
      303,
    );
    const { mail, mime } = await written();
    const answered = await SandboxMail.findById(id).lean();
    assert.deepEqual(mail.deliveredTo[0]?.address, usher.email);
    const parsed = await simpleParser(mime);
    assert.equal(parsed.inReplyTo, answered?.internetMessageId);
    assert.equal(parsed.references, answered?.internetMessageId);
    assert.equal(parsed.to && 'value' in parsed.to && parsed.to.value[0]?.address, reference);
    const lines = (parsed.text ?? '').split('\n');
    assert.equal(lines[0], 'ok, ma solo come visualizzatore report');
    assert.equal(lines[2], '_'.repeat(32));
    assert.equal(lines[3], `Da: Usher, Business Center <${usher.email}>`);
    assert.match(lines[4] ?? '', /^Inviato: /);
    assert.match(lines[4] ?? '', sentAt);
    assert.equal(lines[5], `A: Marco Ferri <${marco}>`);
    assert.equal(lines[6], 'Oggetto: Richiesta di accesso');
    assert.equal(lines[8], 'Giulia asks & waits');
    assert.match(
      String(parsed.html),
      /<div id="divRplyFwdMsg" dir="ltr">.*<b>Da:<\/b> Usher, Business Center &lt;usher@/,
    );
    assert.match(String(parsed.html), /<p>Giulia asks &amp; waits<\/p>/);
    assert.doesNotMatch(String(parsed.html), /<style>/);
  });

  it('writes English for English people, and goes on in a long thread', async () => {
    const references = { id: 'String 0x1039', value: '<one@contoso.com> <two@contoso.com>' };
    const id = await fromUsher(anna, 'RE: Your question', { singleValueExtendedProperties: [references], replyTo: [] });
    assert.equal(fieldsOf((await get(`/${anna}/write?reply=${id}`, 'it')).text).subject, 'RE: Your question');
    await send(`/${anna}/write?reply=${id}`, { text: 'thanks' });
    const { mime } = await written();
    const answered = await SandboxMail.findById(id).lean();
    const parsed = await simpleParser(mime);
    assert.deepEqual(
      parsed.references,
      ['<one@contoso.com>', '<two@contoso.com>', answered?.internetMessageId].map((each) =>
        each?.replace(/^(?!<)/, ''),
      ),
    );
    assert.match(
      parsed.text ?? '',
      /\nFrom: Usher, Business Center <usher@contoso.com>\nSent: \w+day, \w+ \d+, \d{4} \d+:\d\d [AP]M\nTo: /,
    );
    assert.equal(parsed.to && 'value' in parsed.to && parsed.to.value[0]?.address, usher.email);
  });

  it('signs what its people write, each domain with a key of its own that it keeps', async () => {
    for (const as of [marco, anna]) {
      await send(`/${as}/write`, { to: usher.email, text: 'hello' });
      const { mime } = await written();
      assert.deepEqual(await prove(mime), { proven: true, from: as, by: 'dkim' });
      const changed = Buffer.from(mime.toString('latin1').replace('hello', 'hallo'), 'latin1');
      assert.deepEqual(await prove(changed), { proven: false, from: as, because: 'failed' });
      await SandboxMail.deleteMany({});
    }
    const keys = await SandboxKey.find().sort({ _id: 1 }).lean();
    assert.deepEqual(
      keys.map(({ _id }) => _id),
      ['contoso.com', 'fabrikam.com'],
    );
    await send(`/${marco}/write`, { to: usher.email, text: 'again' });
    assert.deepEqual(await SandboxKey.findById('contoso.com').lean(), keys[0]);
  });

  it('makes one key for a domain whose people write in the same instant', async () => {
    const forms = await Promise.all([1, 2, 3].map(() => get(`/${marco}/write`)));
    const sent = forms.map(({ text }) => post(`/${marco}/write`, { ...fieldsOf(text), text: 'hello' }));
    for (const { status } of await Promise.all(sent)) assert.equal(status, 303);
    for (const mail of await SandboxMail.find()) assert.equal((await prove(mail.mime as Buffer)).proven, true);
  });

  it('publishes the keys and a policy of the domains it signs for, and asks elsewhere for the rest', async () => {
    const asked: string[] = [];
    const resolveTxt = publishedTxt(async (name) => {
      asked.push(name);
      return ['elsewhere'];
    });
    await send(`/${marco}/write`, { to: usher.email, text: 'hello' });
    assert.match((await resolveTxt('sandbox._domainkey.Contoso.com'))[0] ?? '', /^v=DKIM1; k=rsa; p=[\w+/=]{300,}$/);
    assert.deepEqual(await resolveTxt('_DMARC.contoso.com'), ['v=DMARC1; p=reject']);
    const others = [
      'contoso.com',
      'other._domainkey.contoso.com',
      '_dmarc.fabrikam.com',
      'sandbox._domainkey.fabrikam.com',
    ];
    for (const name of others) assert.deepEqual(await resolveTxt(name), ['elsewhere']);
    assert.deepEqual(asked, others);
  });

  it('sends a forgery from another server, without a signature', async () => {
    const id = await fromUsher(marco, 'Richiesta di accesso');
    const { location } = await send(`/${marco}/write?reply=${id}`, { text: 'ok', forged: 'yes' });
    const { mail, mime } = await written();
    assert.equal(mail.folder, 'unsaved');
    assert.match(mime.toString(), /^Received: from mail\.forger\.example /);
    assert.equal((await simpleParser(mime)).from?.value[0]?.address, marco);
    assert.deepEqual(await prove(mime), { proven: false, from: marco, because: 'noResults' });
    assert.match((await get(location.replace('/sandbox/mailbox', ''))).text, /Sent to usher.*, without a signature\./);
    assert.match((await get(`/${usher.email}/${mail._id}`)).text, /<dt>Signature<\/dt><dd>none<\/dd>/);
  });

  it('lets one write as somebody else, with that one’s signature', async () => {
    await send(`/${marco}/write`, { as: anna, to: usher.email, text: 'hello' });
    assert.deepEqual(await prove((await written()).mime), { proven: true, from: anna, by: 'dkim' });
  });

  it('shows in Usher’s mailbox what came in, who signed it and which folder it went to', async () => {
    await send(`/${marco}/write`, { to: usher.email, subject: 'Domanda', text: 'chi è il mio amministratore?' });
    const { mail } = await written();
    await SandboxFolder.create({
      _id: 'AQMkADtest',
      owner: usher.email,
      displayName: 'Requests <1>',
      name: 'requests',
    });
    await SandboxMail.updateOne({ _id: mail._id }, { $set: { 'deliveredTo.0.folder': 'AQMkADtest' } });
    const list = (await get(`/${usher.email}`)).text;
    assert.ok(list.indexOf('Anna Keller') < list.indexOf('>Usher<'));
    assert.match(list, /Domanda/);
    assert.match(list, /class="folder"><span class="unseen">Folder: <\/span>Requests &lt;1&gt;</);
    const shown = (await get(`/${usher.email}/${mail._id}`)).text;
    assert.match(shown, /<dt>Signature<\/dt><dd>of contoso\.com<\/dd>/);
    assert.match(shown, /<dt>Folder<\/dt><dd>Requests &lt;1&gt;<\/dd>/);
    assert.doesNotMatch(shown, /\/write/);
    for (const path of [`/${usher.email}/write`, `/${usher.email}/write?reply=${mail._id}`]) {
      assert.equal((await get(path)).status, 404);
      assert.equal((await post(path, { as: usher.email, to: marco, text: 'x' })).status, 404);
    }
  });

  describe('keeps what was typed and says what is wrong, when', () => {
    const whole = { to: usher.email, subject: 'a "subject" <b>', text: 'line <1>\nline 2', forged: 'yes' };
    const cases: [title: string, change: Record<string, string>, field: string, words: RegExp][] = [
      ['there is no recipient', { to: ' ' }, 'to', /Say whom it goes to\./],
      ['a recipient is none', { to: 'usher@contoso.com, Marco' }, 'to', /“Marco” is no e-mail address\./],
      ['a comma is missing', { to: 'usher@contoso.com marco@contoso.com' }, 'to', /is no e-mail address\./],
      [
        'a recipient ends a header',
        { to: 'usher@contoso.com\r\nBcc: eve@contoso.com' },
        'to',
        /is no e-mail address\./,
      ],
      [
        'there are too many',
        { to: Array.from({ length: 21 }, (_, at) => `a${at}@contoso.com`).join(',') },
        'to',
        /more than 20/,
      ],
      ['nothing was written', { text: ' \r\n ' }, 'text', /Write something first\./],
      ['too much was written', { text: 'x'.repeat(100_001) }, 'text', /has 100001 characters; at most 100000/],
      ['the subject is too long', { subject: 's'.repeat(256) }, 'subject', /has 256 characters; at most 255/],
      ['it is nobody one may write as', { as: 'eve@tailspintoys.com' }, 'as', /Choose whom you write as\./],
      ['it is Usher', { as: usher.email }, 'as', /Choose whom you write as\./],
    ];
    for (const [title, change, field, words] of cases) {
      it(title, async () => {
        const { status, text } = await send(`/${marco}/write`, { ...whole, ...change });
        assert.equal(status, 422);
        assert.match(text, /role="alert">The mail was not sent yet\./);
        const [, mistake] = new RegExp(`id="${field}-mistake">([^<]*)<`).exec(text) ?? [];
        assert.match(unescaped(mistake ?? ''), words);
        assert.match(
          text,
          new RegExp(
            `id="${field}"[^>]*aria-describedby="[^"]*${field}-mistake"[^>]*aria-invalid="true"[^>]*autofocus`,
          ),
        );
        const kept = fieldsOf(text);
        for (const [name, value] of Object.entries({ ...whole, ...change })) {
          if (name !== 'as')
            assert.equal(kept[name]?.trim(), value.replace(/\r\n/g, name === 'to' ? ' ' : '\n').trim(), name);
        }
        assert.equal(await SandboxMail.countDocuments(), 0);
      });
    }

    it('in Italian too', async () => {
      const form = fieldsOf((await get(`/${marco}/write`)).text);
      const { text } = await post(`/${marco}/write`, { ...form, to: '', text: '' }, { 'accept-language': 'it' });
      assert.match(text, /Indica a chi è destinato\./);
      assert.match(text, /Scrivi prima qualcosa\./);
    });
  });

  it('sends once when the button was pressed twice', async () => {
    const form = { ...fieldsOf((await get(`/${marco}/write`)).text), text: 'hello' };
    const answers = await Promise.all([post(`/${marco}/write`, form), post(`/${marco}/write`, form)]);
    answers.push(await post(`/${marco}/write`, form));
    assert.deepEqual(
      answers.map(({ status, location }) => [status, location]),
      Array.from({ length: 3 }, () => [303, answers[0]?.location]),
    );
    await written();
  });

  it('takes nothing from other pages, and nothing that is no form or far too large', async () => {
    const form = { ...fieldsOf((await get(`/${marco}/write`)).text), text: 'hello' };
    for (const origin of ['https://tailspintoys.com', 'null', 'http://localhost:1']) {
      assert.equal((await post(`/${marco}/write`, form, { origin })).status, 403);
    }
    assert.equal((await post(`/${marco}/write`, form, { 'content-type': 'text/plain' })).status, 413);
    assert.equal((await post(`/${marco}/write`, { ...form, text: 'x'.repeat(4_200_000) })).status, 413);
    assert.equal(await SandboxMail.countDocuments(), 0);
  });

  it('answers only what lies in that mailbox', async () => {
    const id = await fromUsher(marco, 'Richiesta');
    for (const [path, status] of [
      [`/${anna}/write?reply=${id}`, 404],
      [`/${marco}/write?reply=AAkALgnone`, 404],
      [`/${marco}/write?reply=${id}`, 200],
      ['/nobody/write', 404],
    ] as const) {
      assert.equal((await get(path)).status, status, path);
    }
  });

  it('escapes what people write, in the lists, the form and the quotation', async () => {
    const evil = '</textarea><script>alert(1)</script>"\'';
    await send(`/${anna}/write`, { to: marco, subject: evil, text: evil });
    const { mail } = await written();
    for (const path of [
      `/${marco}`,
      `/${marco}/${mail._id}`,
      `/${marco}/${mail._id}/html`,
      `/${marco}/write?reply=${mail._id}`,
    ]) {
      const { text } = await get(path);
      assert.ok(!text.includes('<script>alert'), path);
      assert.ok(text.includes('&lt;script&gt;alert(1)'), path);
    }
  });
});

/** The fields of the form, as a browser would send them. */
function fieldsOf(page: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, attributes = ''] of page.matchAll(/<input ([^>]*)>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    const checked = attribute('type') !== 'checkbox' || /\bchecked\b/.test(attributes);
    if (checked) fields[attribute('name') ?? ''] = unescaped(attribute('value') ?? '');
  }
  fields.as = unescaped(/<option value="([^"]*)" selected/.exec(page)?.[1] ?? '');
  fields.text = unescaped(/<textarea [^>]*>\n([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '');
  return fields;
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
