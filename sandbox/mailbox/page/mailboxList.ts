import { html, type SafeHtml } from '@remix-run/html-template';
import { mailboxAddress } from './addresses.ts';
import type { Mailbox } from './mailboxes.ts';
import type { PageContext } from './pageContext.ts';

/** @returns the column of mailboxes. */
export function mailboxList(all: readonly Mailbox[], open: string | undefined, context: PageContext): SafeHtml {
  const { texts, base } = context;
  return html`<nav class="column mailboxes" aria-labelledby="mailboxes">
    <h2 id="mailboxes">${texts.mailboxes}</h2>
    <ul data-live="mailboxes">
      ${all.map(
        ({ name, email, unread }) => html`<li>
        <a href="${mailboxAddress(base, email)}" ${email === open ? html`aria-current="page"` : null}>
          <span class="initials" aria-hidden="true">${initials(name)}</span>
          <span class="who"><strong>${name}</strong><span class="quiet">${email}</span></span>
          ${unread > 0 ? html`<span class="count"><span aria-hidden="true">${unread}</span><span class="unseen">${texts.unread({ count: unread })}</span></span>` : null}
        </a>
      </li>`,
      )}
    </ul>
  </nav>`;
}

function initials(name: string): string {
  const words = name.split(/[\s@.]+/u).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join('');
}
