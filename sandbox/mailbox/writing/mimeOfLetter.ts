import { html } from '@remix-run/html-template';
import { mimeOf } from '../graph/mimeOf.ts';
import type { SandboxMail } from '../sandboxMail.ts';
import type { Letter } from './letter.ts';
import { quotation } from './quotation.ts';

const font =
  'font-family: Aptos, Aptos_EmbeddedFont, Aptos_MSFontService, Calibri, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);';

/** @returns the letter as Outlook would write it: text and HTML, the answered mail below, the thread's headers. */
export async function mimeOfLetter(
  letter: Letter,
  { messageId, date }: { messageId: string; date: Date },
): Promise<{ mime: Buffer; html: string }> {
  const { answers } = letter;
  const quoted = answers && quotation(answers, letter.language);
  const paragraphs = letter.text
    .split('\n')
    .map((line) => html`<div class="elementToProof" style="${font}">${line === '' ? html`<br>` : line}</div>\n`);
  const content = [
    '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n</head>\n<body dir="ltr">',
    String(html`${paragraphs}`),
    ...(quoted ? ['<div id="appendonsend"></div>', quoted.html] : []),
    '</body>\n</html>\n',
  ].join('\n');
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: letter.from,
    to: letter.to,
    subject: letter.subject,
    messageId,
    date,
    ...(answers && { inReplyTo: answers.internetMessageId, references: await threadOf(answers) }),
    text: [letter.text, ...(quoted ? ['', quoted.text] : []), ''].join('\n'),
    html: content,
    headers: {
      'Thread-Topic': letter.subject.replace(/^(?:(?:re|r|i|fw|fwd)\s*:\s*)+/i, ''),
      'Accept-Language': letter.language,
      'Content-Language': letter.language,
      'X-MS-Has-Attach': '',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { mime: await composer.compile().build(), html: content };
}

/** RFC 5322, 3.6.4: the references of the mail that is answered, and its own id. */
async function threadOf(answered: SandboxMail): Promise<string> {
  const header = (await mimeOf(answered)).toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const [, references = ''] = /^References:((?:.*\r?\n?(?=[ \t]))*.*)/im.exec(header) ?? [];
  return [...(references.match(/<[^<>\s]+>/g) ?? []), answered.internetMessageId].join(' ');
}
