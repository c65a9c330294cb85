import { html, type SafeHtml } from '@remix-run/html-template';
import { timeInWords } from '../../../language/wording.ts';
import { plainText } from '../graph/plainText.ts';
import { mailAddress, writeAddress } from './addresses.ts';
import type { OpenMailbox } from './openMailbox.ts';
import type { PageContext } from './pageContext.ts';

/** @returns the column of mails of one mailbox, newest first. */
export function mailList(
  { email, mailbox, mails, folders, isUshers }: OpenMailbox,
  shown: string | undefined,
  { base, texts, language }: PageContext,
): SafeHtml {
  return html`<section class="column mails" aria-labelledby="mails">
    <p class="back"><a href="${base}">${texts.back}</a></p>
    <div class="head">
      <h2 id="mails">${texts.mailboxOf({ name: mailbox.name })}</h2>
      ${isUshers ? null : html`<a class="button" href="${writeAddress(base, email)}">${texts.write}</a>`}
    </div>
    <ul data-live="mails">
      ${mails.length === 0 ? html`<li class="none">${texts.none}</li>` : null}
      ${mails.map((mail) => {
        const delivery = mail.deliveredTo.find(({ address }) => address === email);
        const unread = delivery?.readAt === undefined;
        const folder = delivery?.folder === undefined ? undefined : folders.get(delivery.folder);
        return html`<li class="${unread ? 'unread' : 'read'}">
          <a href="${mailAddress(base, email, mail._id)}" ${mail._id === shown ? html`aria-current="page"` : null}>
            <span class="line"><span>${mail.from.name || mail.from.address}</span>
              <time class="quiet" datetime="${(mail.sentAt ?? mail.createdAt).toISOString()}">${timeInWords(mail.sentAt ?? mail.createdAt, language, 'local')}</time></span>
            <span class="subject">${unread ? html`<span class="unseen">${texts.unreadMark}: </span>` : null}${mail.subject}</span>
            <span class="quiet preview">${plainText(mail).replace(/\s+/g, ' ').slice(0, 120)}</span>
            ${folder === undefined ? null : html`<span class="folder"><span class="unseen">${texts.folder}: </span>${folder}</span>`}
          </a>
        </li>`;
      })}
    </ul>
  </section>`;
}
