import { html, type SafeHtml } from '@remix-run/html-template';
import type { AccountView } from '../../onboarding/views.ts';
import type { Page, Visit } from '../visit.ts';
import { nothingHere } from './nothingHere.ts';
import { refusedPage } from './refusedPage.ts';

/** The account that a page is about, among those in which its visitor could be. */
export interface Place {
  here: AccountView;
  accounts: readonly AccountView[];
}

/** @returns the account named in the address, or the first if none is named; undefined where that is not theirs. */
export function placeOf(visit: Visit, accounts: readonly AccountView[]): Place | undefined {
  const wanted = visit.query.get('account');
  const here = wanted === null ? accounts[0] : accounts.find(({ id }) => id === wanted);
  return here && { here, accounts };
}

/** @returns the page instead of one about an account that is not theirs, or where they have none. */
export function noPlace(accounts: readonly unknown[], visit: Visit): Page {
  return accounts.length === 0 ? nothingHere(visit) : refusedPage({ reason: 'notFound' }, visit, visit.path);
}

/** @returns the address of a page for an account. */
export function atAccount(path: string, account: Pick<AccountView, 'id'>): string {
  return `${path}?account=${account.id}`;
}

/** @returns which account the page is about, and the way to the others. */
export function accountSwitch({ here, accounts }: Place, { path, texts }: Visit): SafeHtml {
  const words = texts.pages.access;
  if (accounts.length < 2) return html`<p class="quiet">${words.account(here)}</p>`;
  return html`<nav class="accounts" aria-label="${words.accounts}">
      ${accounts.map(
        (account) =>
          html`<a class="account" href="${atAccount(path, account)}"${account.id === here.id ? html` aria-current="true"` : null}>${words.account(account)}</a>`,
      )}
    </nav>`;
}
