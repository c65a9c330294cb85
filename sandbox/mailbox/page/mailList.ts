import { html, type SafeHtml } from '@remix-run/html-template';
import { timeInWords } from '../../../language/wording.ts';
import { plainText } from '../graph/plainText.ts';
import type { SandboxMail } from '../sandboxMail.ts';
import { mailAddress } from './addresses.ts';
import type { Mailbox } from './mailboxes.ts';
import type { PageContext } from './pageContext.ts';

/** @returns the column of mails of one mailbox, newest first. */
export function mailList(
  mailbox: Pick<Mailbox, 'name' | 'email'>,
  mails: readonly SandboxMail[],
  open: string | undefined,
  { base, texts, language }: PageContext,
): SafeHtml {
  const { email } = mailbox;
  return html`<section class="column mails" aria-labelledby="mails">
    <p class="back"><a href="${base}">${texts.back}</a></p>
    <h2 id="mails">${texts.mailboxOf({ name: mailbox.name })}</h2>
    <ul data-live="mails">
      ${mails.length === 0 ? html`<li class="none">${texts.none}</li>` : null}
      ${mails.map((mail) => {
        const unread = mail.deliveredTo.some(({ address, readAt }) => address === email && readAt === undefined);
        return html`<li class="${unread ? 'unread' : 'read'}">
          <a href="${mailAddress(base, email, mail._id)}" ${mail._id === open ? html`aria-current="page"` : null}>
            <span class="line"><span>${mail.from.name || mail.from.address}</span>
              <time class="quiet" datetime="${(mail.sentAt ?? mail.createdAt).toISOString()}">${timeInWords(mail.sentAt ?? mail.createdAt, language, 'local')}</time></span>
            <span class="subject">${unread ? html`<span class="unseen">${texts.unreadMark}: </span>` : null}${mail.subject}</span>
            <span class="quiet preview">${plainText(mail).replace(/\s+/g, ' ').slice(0, 120)}</span>
          </a>
        </li>`;
      })}
    </ul>
  </section>`;
}
