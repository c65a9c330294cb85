import { html, type SafeHtml } from '@remix-run/html-template';
import { timeInWords } from '../../../language/wording.ts';
import { mimeOf } from '../graph/mimeOf.ts';
import { plainText } from '../graph/plainText.ts';
import type { Correspondent, SandboxMail } from '../sandboxMail.ts';
import { mailAddress, mailboxAddress, writeAddress } from './addresses.ts';
import type { OpenMailbox } from './openMailbox.ts';
import type { PageContext } from './pageContext.ts';
import { signerOf } from './signerOf.ts';

export const views = ['formatted', 'text', 'source'] as const;
export type View = (typeof views)[number];

/** @returns one mail with its three views; what it contains as HTML is shown in a frame that may run nothing. */
export async function mailView(
  mail: SandboxMail,
  { email, isUshers, folders }: Pick<OpenMailbox, 'email' | 'isUshers' | 'folders'>,
  view: View,
  { base, texts, language }: PageContext,
): Promise<SafeHtml> {
  const folder = mail.deliveredTo.find(({ address }) => address === email)?.folder;
  const signer = mail.mime === undefined ? undefined : await signerOf(mail);
  return html`<article class="column mail" aria-labelledby="subject">
    <p class="back"><a href="${mailboxAddress(base, email)}">${texts.back}</a></p>
    <div class="head">
      <h2 id="subject">${mail.subject}</h2>
      ${isUshers ? null : html`<a class="button" href="${writeAddress(base, email, mail._id)}">${texts.reply}</a>`}
    </div>
    <dl>
      <div><dt>${texts.from}</dt><dd>${inWords(mail.from)}</dd></div>
      <div><dt>${texts.to}</dt><dd>${mail.toRecipients.map(inWords).join(', ')}</dd></div>
      <div><dt>${texts.sent}</dt><dd>${timeInWords(mail.sentAt ?? mail.createdAt, language, 'local')}</dd></div>
      ${mail.mime === undefined ? null : html`<div><dt>${texts.signature}</dt><dd>${signer === undefined ? texts.unsigned : texts.signedBy({ domain: signer })}</dd></div>`}
      ${folder === undefined ? null : html`<div><dt>${texts.folder}</dt><dd>${folders.get(folder) ?? folder}</dd></div>`}
    </dl>
    <nav class="views" aria-label="${texts.views}">
      ${views.map(
        (each) =>
          html`<a class="tab" href="${mailAddress(base, email, mail._id, each)}" ${each === view ? html`aria-current="page"` : null}>${texts[each]}</a>`,
      )}
    </nav>
    ${await content(mail, email, view, base, texts.content)}
  </article>`;
}

async function content(mail: SandboxMail, email: string, view: View, base: string, title: string): Promise<SafeHtml> {
  if (view === 'formatted') {
    const frame = `${mailAddress(base, email, mail._id)}/html`;
    return html`<iframe src="${frame}" title="${title}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  }
  const text = view === 'text' ? plainText(mail) : String(await mimeOf(mail));
  return html`<pre class="${view}" tabindex="0" role="region" aria-label="${title}">${text}</pre>`;
}

function inWords({ name, address }: Correspondent): string {
  return name === '' ? address : `${name} <${address}>`;
}
