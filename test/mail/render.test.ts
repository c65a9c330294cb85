import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages, textsFor } from '../../language/texts.ts';
import { type RenderedMail, renderMail } from '../../mail/render.ts';
import type { Notice } from '../../models/notice.ts';
import type { Recipient } from '../../models/pendingWork.ts';
import { hasSecretLink } from './hasSecretLink.ts';
import { notices } from './notices.ts';

const link = 'http://localhost:3978/invitation/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE';
const giulia = { email: 'giulia.romano@contoso.com', firstName: 'Giulia', lastName: 'Romano' };

function render(notice: Notice, to: Partial<Recipient> = {}): Promise<RenderedMail> {
  const about = { mailbox: 'usher@contoso.com', ...(hasSecretLink(notice) && { link }) };
  return renderMail(notice, { ...giulia, language: 'it', ...to }, about);
}

/** What can be read in HTML, roughly. */
function readable(html: string): string {
  return html
    .replace(/<(style|title)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

describe('a mail', () => {
  for (const language of languages) {
    for (const [name, notice] of Object.entries(notices)) {
      describe(`${name}, ${language}`, () => {
        let mail: RenderedMail;
        before(async () => {
          mail = await render(notice, { language });
        });

        it('has everything filled in', () => {
          for (const part of [mail.subject, mail.text, mail.html]) {
            assert.doesNotMatch(part, /%%|\bundefined\b|\bnull\b|NaN|\[object|\$\{|Invalid/);
          }
          assert.ok(mail.subject.length > 10 && mail.subject.length <= 200);
          assert.doesNotMatch(`${mail.text}${readable(mail.html)}`, /[^.]\.\.(\s|$)/);
        });

        it('says in text what it says in HTML', () => {
          const html = readable(mail.html);
          const paragraphs = mail.text.split('\n\n').filter((part) => !/^[>-]|\n|:$|^ {2}/.test(part));
          for (const paragraph of paragraphs) assert.ok(html.includes(paragraph.trim()), paragraph);
          if ('organization' in notice) assert.ok(mail.text.includes(notice.organization));
          assert.ok(mail.text.split('\n').every((line) => line.length <= 76 || !line.trim().includes(' ')));
        });

        it('begins with the line that a reply ends at', () => {
          const { replyAbove } = textsFor(language).mail;
          assert.ok(mail.text.startsWith(`-- ${replyAbove} --\n`));
          assert.equal(readable(mail.html).split(replyAbove).length, 2);
        });

        it('is in its language, and fits what mail programs show whole', () => {
          assert.match(mail.html, new RegExp(`<html lang="${language}"`));
          assert.ok(Buffer.byteLength(mail.html) < 60_000);
        });

        it('fetches nothing, runs nothing and loads no images', () => {
          assert.doesNotMatch(
            mail.html,
            /<(script|img|iframe|object|embed|form|link)\b|url\(|@import|@font-face|\son\w+=/i,
          );
          const addresses = [...mail.html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
          const own = hasSecretLink(notice) ? [link, link] : [];
          assert.deepEqual(addresses, own);
        });

        it('carries a link only if it is an invitation or for a new password', () => {
          assert.equal(mail.text.includes(link), hasSecretLink(notice));
          assert.equal(mail.text.includes('http'), hasSecretLink(notice));
        });

        it('does not promise that replies are read', () => {
          assert.ok(mail.text.replace(/\s+/g, ' ').includes(textsFor(language).mail.automatic));
        });
      });
    }
  }

  it('comes in English to whoever reads a language that Usher does not speak', async () => {
    const { subject, html } = await render(notices.invitation as Notice, { language: 'fi' });
    assert.equal(subject, 'Invitation to the Business Center: Contoso S.p.A.');
    assert.match(html, /<html lang="en"/);
  });

  it('names the roles, what they permit, the days and the date', async () => {
    const { text } = await render(notices.invitation as Notice);
    const line = text.replace(/\s+/g, ' ');
    assert.ok(line.includes('Amministratore utenti'));
    assert.ok(line.includes('gestire gli utenti e invitare persone'));
    assert.ok(line.includes('60 giorni, fino al 22 gennaio 2027'));
    assert.ok(line.includes(`Inizia ora: ${link}`));
  });

  for (const language of languages) {
    describe(`of somebody of the helpdesk, ${language}`, () => {
      const texts = textsFor(language);
      const of = (what: 'words' | 'joined' | 'handedBack', text?: string) =>
        render(
          {
            kind: 'helpdesk',
            conversation: 'mail:1',
            what,
            operator: { email: 'adam.holt@northwindtraders.com', name: 'Adam Holt' },
            ...(text !== undefined && { text }),
          },
          { language },
        );
      const words = ({ text }: RenderedMail) => text.replace(/\s+/g, ' ');

      it('is greeted and signed by whoever wrote it, and was not sent automatically', async () => {
        const mail = await of('words', 'Dear Giulia,\nit is on its way.\n\nAdam');
        for (const shown of [words(mail), readable(mail.html)]) {
          assert.ok(shown.includes('Dear Giulia,'));
          assert.ok(shown.includes(texts.operator.wroteThis({ name: 'Adam Holt' })));
          assert.ok(!shown.includes(texts.mail.greeting({ name: 'Giulia Romano' })));
          assert.ok(!shown.includes(texts.mail.automatic));
          assert.ok(!shown.includes(texts.mail.signature));
        }
        assert.doesNotMatch(mail.text, /\n{3}|%%|undefined/);
      });

      it('promises that Usher reads a reply only when it does', async () => {
        const joined = words(await of('joined'));
        assert.ok(joined.includes(texts.mail.greeting({ name: 'Giulia Romano' })));
        assert.ok(joined.includes(texts.operator.joinedClosing));
        assert.ok(!joined.includes(texts.mail.automatic));
        assert.ok(words(await of('handedBack')).includes(texts.mail.automatic));
      });
    });
  }

  it('is not made for what is told in Teams only, nor for an invitation without its link', async () => {
    await assert.rejects(render({ kind: 'batchProgress', batchId: '1', organization: 'Contoso' }));
    const about = { mailbox: 'usher@contoso.com' };
    await assert.rejects(renderMail(notices.invitation as Notice, { ...giulia, language: 'it' }, about));
  });

  describe('with names that mean harm', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&%%heading%%$&\r\nBcc: eve@example.com\u202Egpj.exe';
    const known = new Set([
      'kind',
      'request',
      'decision',
      'you',
      'roles',
      'invitationId',
      'sending',
      'channel',
      'outcome',
    ]);
    const hostile = (value: unknown): unknown => {
      if (typeof value === 'string') return evil;
      if (Array.isArray(value)) return value.map(hostile);
      if (value === null || typeof value !== 'object' || value instanceof Date) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, known.has(key) ? item : hostile(item)]),
      );
    };

    for (const [name, notice] of Object.entries(notices)) {
      it(`shows them as they are: ${name}`, async () => {
        const poisoned = Object.fromEntries(
          Object.entries(notice).map(([key, value]) => [key, known.has(key) ? value : hostile(value)]),
        ) as Notice;
        const mail = await render(poisoned, { firstName: evil, lastName: evil });
        assert.doesNotMatch(mail.html, /<img|<script/i);
        assert.doesNotMatch(mail.subject, /[\p{Cc}\u202E]/u);
        assert.doesNotMatch(mail.recipientName, /[\p{Cc}\u202E]/u);
        assert.doesNotMatch(mail.text, /\u202E|\r/);
        assert.ok(mail.html.includes('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;%%heading%%$&amp;'));
      });
    }

    it('keeps whatever is typed inside its quote', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (message) => {
          const { html, text } = await render({
            ...(notices['request-for-an-invitation'] as Notice & { kind: 'accessRequested' }),
            message,
          });
          assert.doesNotMatch(html, /<(script|img|a)\b/i);
          assert.equal((html.match(/<h1/g) ?? []).length, 1);
          assert.ok(text.startsWith('-- Rispondi sopra questa riga --\n\nUna persona chiede un invito\n'));
        }),
        { seed: 20261123, numRuns: 100 },
      );
    });
  });
});
