import { html, type SafeHtml } from '@remix-run/html-template';
import { DateTime } from 'luxon';
import { textsFor } from '../../../language/texts.ts';
import { plainText } from '../graph/plainText.ts';
import type { Correspondent, SandboxMail } from '../sandboxMail.ts';

/**
 * @returns the mail that is answered, with the block of header lines above it that Outlook puts there, in the words of
 *   the writer's Outlook: as text and as HTML. (The new Outlook and the one on the web; a line of 32 underscores in text.)
 */
export function quotation(mail: SandboxMail, language: string): { text: string; html: string } {
  const words = textsFor(language).sandboxMailbox.outlook;
  const sent = DateTime.fromJSDate(mail.sentAt ?? mail.createdAt, { zone: 'local' }).setLocale(language);
  const lines: [string, string][] = [
    [words.from, inWords(mail.from)],
    [words.sent, sent.toFormat(words.sentFormat)],
    [words.to, mail.toRecipients.map(inWords).join('; ')],
    ...(mail.ccRecipients.length > 0
      ? [[words.cc, mail.ccRecipients.map(inWords).join('; ')] as [string, string]]
      : []),
    [words.subject, mail.subject],
  ];
  const block = lines.map(([name, value]) => html`<b>${name}:</b> ${value}<br>`);
  return {
    text: ['_'.repeat(32), ...lines.map(([name, value]) => `${name}: ${value}`), '', plainText(mail)].join('\n'),
    html: [
      '<hr style="display:inline-block;width:98%" tabindex="-1">',
      String(
        html`<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">${block}</font><div>&nbsp;</div></div>`,
      ),
      bodyOf(mail),
    ].join('\n'),
  };
}

/** What stands in the body of the mail, without its frame. */
function bodyOf({ body }: SandboxMail): string {
  if (body.contentType === 'text') {
    const lines: SafeHtml[] = body.content.split('\n').map((line) => html`${line}<br>\n`);
    return String(html`<div class="PlainText">${lines}</div>`);
  }
  const [, inner] = /<body\b[^>]*>([\s\S]*)<\/body>/i.exec(body.content) ?? [];
  return `<div>${inner ?? body.content}</div>`;
}

function inWords({ name, address }: Correspondent): string {
  return name === '' ? address : `${name} <${address}>`;
}
