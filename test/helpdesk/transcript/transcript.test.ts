import assert from 'node:assert/strict';
import type { Transcript } from '../../../helpdesk/api.ts';
import { writeCursor } from '../../../helpdesk/list/cursor.ts';
import { harmlessHtml } from '../../../helpdesk/transcript/harmlessHtml.ts';
import { type TranscriptPart, transcript } from '../../../helpdesk/transcript/transcript.ts';
import { Conversation } from '../../../models/conversation.ts';
import { OutgoingMail } from '../../../models/outgoingMail.ts';
import { openTestStore, type TestStore } from '../../models/testStore.ts';
import { minute, say } from '../conversations.ts';

describe('a transcript', () => {
  let store: TestStore;
  before(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.clear());
  after(() => store.close());

  async function read(part?: TranscriptPart, most?: number): Promise<Transcript> {
    const found = await transcript('teams:1', part, most);
    assert.ok(found && 'messages' in found, JSON.stringify(found));
    return found as Transcript;
  }
  const texts = ({ messages }: Transcript) => messages.map(({ text }) => text);

  it('begins with the newest and goes back and forth without doubles and gaps', async () => {
    // Two of each time, and another conversation between them.
    const said = Array.from({ length: 10 }, (_, index) => ({ text: `${index}`, at: minute(Math.floor(index / 2)) }));
    const ids = await say('teams:1', said);
    await say('teams:2', [{ text: 'not here', at: minute(2) }]);
    const newest = await read({}, 3);
    assert.deepEqual(texts(newest), ['7', '8', '9']);
    const before = await read({ before: newest.earlier }, 3);
    assert.deepEqual(texts(before), ['4', '5', '6']);
    const rest = await read({ before: before.earlier }, 10);
    assert.deepEqual(texts(rest), ['0', '1', '2', '3']);
    assert.equal(rest.earlier, undefined);
    assert.deepEqual(texts(await read({ after: rest.later }, 3)), ['4', '5', '6']);
    const around = await read({ around: ids[4] }, 4);
    assert.deepEqual(texts(around), ['2', '3', '4', '5', '6']);
    assert.deepEqual(texts(await read({ before: around.earlier })), ['0', '1']);
    const end = await read({ after: newest.later });
    assert.deepEqual(texts(end), []);
    await say('teams:1', [{ text: 'new', at: minute(10) }]);
    assert.deepEqual(texts(await read({ after: end.later })), ['new']);
  });

  it('has nothing of another conversation, and takes no cursor that was made up', async () => {
    const [mine] = await say('teams:1', [{ text: 'a' }]);
    const [other] = await say('teams:2', [{ text: 'b' }]);
    assert.equal(await transcript('teams:nobody'), undefined);
    assert.equal(await transcript('teams:1', { around: other }), undefined);
    assert.deepEqual(await transcript('teams:1', { around: `${mine}'` }), { wrong: ['around'] });
    assert.deepEqual(await transcript('teams:1', { before: 'x' }), { wrong: ['before'] });
    const strange = writeCursor({ at: minute(0), id: 'teams:2' });
    assert.deepEqual(await transcript('teams:1', { after: strange }), { wrong: ['after'] });
    const theirs = writeCursor({ at: minute(5), id: other as string });
    assert.deepEqual(texts(await read({ before: theirs })), ['a']);
  });

  it('tells what still waits to be sent and what never arrived', async () => {
    const [sent, waiting, failed] = await say('teams:1', [
      { text: 'sent', direction: 'out' },
      { text: 'waiting', direction: 'out' },
      { text: 'failed', direction: 'out', delivery: 'failed' },
      { text: 'in the outbox', direction: 'out', mail: 'mail-1' },
      { text: 'out of the outbox', direction: 'out', mail: 'mail-2' },
    ]);
    const unsent = [{ messages: [{ text: 'waiting', logged: waiting }] }];
    await Conversation.updateOne({ _id: 'teams:1' }, { $set: { unsent: JSON.stringify(unsent), hasUnsent: true } });
    const mail = { to: { email: 'a@contoso.com' }, notice: {}, createdAt: minute(0) };
    await OutgoingMail.create({ ...mail, _id: 'mail-1', state: 'drafted' }, { ...mail, _id: 'mail-2', state: 'sent' });
    assert.ok(sent && failed);
    assert.deepEqual(
      (await read()).messages.map(({ delivery }) => delivery),
      [undefined, 'waiting', 'failed', 'waiting', undefined],
    );
  });

  it('shows a mail of a megabyte and one of nothing but tags without falling', async () => {
    const html = `<p>${'long '.repeat(250_000)}</p>`;
    await say('teams:1', [
      { text: 'x'.repeat(1_000_000), html },
      { text: 'deep', html: '<div>'.repeat(50_000) },
    ]);
    const { messages } = await read();
    assert.equal(messages[0]?.text.length, 1_000_000);
    assert.equal(messages[0]?.html, undefined);
    assert.ok((messages[1]?.html?.length ?? 0) < 10_000);
  });
});

describe('HTML of a mail that is shown', () => {
  const hostile: Record<string, string> = {
    'a script': '<script>alert(1)</script>',
    'an event': '<p onclick="alert(1)" onmouseover=alert(1)>x</p>',
    'a picture from elsewhere': '<img src="https://tracker.example/1.gif">',
    'an embedded picture': '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    'a background from elsewhere':
      '<td background="https://tracker.example/x" style="background:url(https://x.example)">',
    'a style sheet': '<style>@import url(https://x.example)</style><link rel="stylesheet" href="https://x.example">',
    'a link that runs': '<a href="javascript:alert(1)">x</a><a href=" java&#10;script:alert(1)">x</a>',
    'a link that leaves open by what it goes': '<a href="//x.example">x</a>',
    'a link with data': '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    'a form': '<form action="https://x.example"><input name="password"><button>Sign in</button></form>',
    'a frame': '<iframe src="https://x.example"></iframe><object data="x"></object><embed src="x">',
    'a base and a refresh':
      '<base href="https://x.example"><meta http-equiv="refresh" content="0;url=https://x.example">',
    'a picture in a drawing': '<svg><image href="https://x.example"/><script>alert(1)</script></svg>',
    'formulas with markup': '<math><mtext></p><img src=x onerror=alert(1)></math>',
    'what covers the page': '<div style="position:fixed;inset:0;z-index:9">x</div>',
    'an expression': '<p style="width:expression(alert(1));color:red;behavior:url(x)">x</p>',
    'a template': '<template><script>alert(1)</script></template><noscript><img src=x></noscript>',
  };
  for (const [name, html] of Object.entries(hostile)) {
    it(`has no ${name}`, async () => {
      const shown = (await harmlessHtml(html)) as string;
      assert.doesNotMatch(
        shown,
        /<(script|img|style|link|form|input|button|iframe|object|embed|base|meta|svg|image|math)\b|\son\w+=|javascript:|data:|url\(|background=|"\/\/|position|expression|behavior/i,
      );
    });
  }

  it('keeps words, tables, simple looks and links that can be followed', async () => {
    const shown = await harmlessHtml(
      '<table><tr><td style="color:#333333;padding:2px 4px">Dear <b>Ada</b></td></tr></table><a href="https://contoso.com/x">see</a>',
    );
    assert.equal(
      shown,
      '<table><tr><td style="color:#333333;padding:2px 4px">Dear <b>Ada</b></td></tr></table><a href="https://contoso.com/x" title="https://contoso.com/x" rel="noopener noreferrer nofollow" target="_blank">see</a>',
    );
  });

  it('keeps headings in a size, with their lines apart, unless they say something of themselves', async () => {
    const looks = async (html: string) => (await harmlessHtml(html))?.match(/style="([^"]*)"/)?.[1];
    assert.equal(await looks('<h1>Hi</h1>'), 'font-size:1.5em;line-height:1.3');
    // As our own mails have it: the size is that of the text around.
    assert.equal(
      await looks('<h1 style="margin:0;font:inherit">Hi</h1>'),
      'font-size:1.5em;line-height:1.3;margin:0;font:inherit',
    );
    assert.equal(
      await looks('<h2 style="font:60px serif;font-size:2px">Hi</h2>'),
      'font-size:1.3em;line-height:1.3;font-size:2px',
    );
  });
});
