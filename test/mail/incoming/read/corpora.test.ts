import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newText } from '../../../../mail/incoming/read/newText.ts';
import { html, read } from './mime.ts';

const corpora = join(import.meta.dirname, '../../../../../shared/mail-corpora');
const present = existsSync(corpora);
if (!present) console.log(`      skipped: there are no public mails in ${corpora}`);

/** Truths that count quoted mail as written anew where nothing else is there; a quoted word must never count. */
const quotesForReplies = new Set([
  'embedded_email_7.txt',
  'embedded_email_16.txt',
  'embedded_email_17.txt',
  'embedded_email_18.txt',
  'forwarded_message.txt',
  'quote_and_text.txt',
  'quote_only.txt',
]);

function plain(text: string): string {
  return text.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

(present ? describe : describe.skip)('public mails', () => {
  const texts = join(corpora, 'replies');
  it('answer with what their truth says', async () => {
    const wrong: string[] = [];
    for (const file of readdirSync(join(texts, 'mail'))) {
      if (quotesForReplies.has(file)) continue;
      const mail = readFileSync(join(texts, 'mail', file), 'utf8').replace(/\r\n/g, '\n');
      const truth = readFileSync(join(texts, 'reply', file), 'utf8');
      if (plain(await newText(mail)) !== plain(truth)) wrong.push(file);
    }
    // A list of 22 signatures, of which one is “Someone from mobile”.
    assert.deepEqual(wrong, ['signatures.txt']);
  });

  const folder = join(corpora, 'html-replies');
  for (const file of present ? readdirSync(folder).filter((each) => each.endsWith('.html')) : []) {
    it(`answer in HTML: ${file}`, async () => {
      const { newText: written } = await read(html(readFileSync(join(folder, file), 'utf8')));
      assert.equal(written.replace(/\n+/g, '\n'), 'Hi. I am fine.\nThanks,\nAlex\n');
    });
  }

  it('that mail systems sent are known, and nearly every bounce says whom it did not reach', async () => {
    const bounces = join(corpora, 'bounces');
    const silent: string[] = [];
    for (const file of readdirSync(bounces).filter((each) => each.endsWith('.eml'))) {
      const { automatic, bounce } = await read(readFileSync(join(bounces, file)));
      assert.ok(automatic !== undefined, file);
      assert.equal(bounce === undefined, /^arf|^rfc3834|fml|amazonses-11/.test(file), file);
      if (bounce?.recipients.some(({ address, reason }) => address === undefined || reason === '')) silent.push(file);
    }
    assert.deepEqual(silent, ['lhost-x1-02.eml']);
  });
});
