import { html } from '@remix-run/html-template';
import { timeFromInWords } from '../../language/wording.ts';
import { faultList } from '../fields/faultList.ts';
import { field } from '../fields/field.ts';
import { form } from '../fields/form.ts';
import { message } from '../fields/message.ts';
import type { Page, Visit } from '../visit.ts';
import { microsoftButton } from './microsoftButton.ts';

/** What the sign-in page says beside what it asks for. */
export interface SignInState {
  /** Where to go on after it; a path of ours. */
  to: string;
  email?: string;
  fault?: 'wrong' | { limitedUntil: Date };
  signedOut?: boolean | undefined;
  /** They have just chosen a new password. */
  passwordSet?: boolean | undefined;
  /** What they had typed is kept until they are signed in. */
  kept?: boolean | undefined;
  /** The language of the page that led here; the next one goes on in it. */
  from?: string;
  withMicrosoft: boolean;
}

/** Sign in by password, or with Microsoft where that is configured. */
export function signInPage(
  visit: Visit,
  { to, email = '', fault, signedOut, passwordSet, kept, from, withMicrosoft }: SignInState,
): Page {
  const { texts, language } = visit;
  const words = texts.pages.signIn;
  const said =
    fault === undefined
      ? undefined
      : fault === 'wrong'
        ? [{ name: 'email', text: words.wrong }, { text: words.wrongHint }]
        : [{ text: words.limited({ when: timeFromInWords(fault.limitedUntil, language) }) }];
  return {
    title: words.title,
    faulty: said !== undefined,
    status: fault === undefined ? 200 : fault === 'wrong' ? 422 : 429,
    content: html`${said ? faultList(texts.pages.faults.title, said) : null}
      ${signedOut ? message('success', words.signedOut) : null}
      ${kept ? message('info', words.kept) : null}
      ${passwordSet ? message('success', texts.pages.password.isSet) : null}
      ${to.startsWith('/invitation/') ? message('info', words.toAccept) : null}
      ${withMicrosoft ? html`${microsoftButton(visit, to)}<p class="or">${words.or}</p>` : null}
      ${form(
        visit,
        html`<input type="hidden" name="to" value="${to}">
        ${from ? html`<input type="hidden" name="language" value="${from}">` : null}
        ${field({ name: 'email', label: words.email, value: email, type: 'email', inputMode: 'email', autocomplete: 'username', hint: words.emailHint })}
        ${field({ name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' })}
        <p class="buttons"><button class="primary">${words.go}</button></p>`,
        { action: '/sign-in' },
      )}
      <p class="more"><a href="/forgot-password">${texts.pages.password.forgotTitle}</a></p>
      <p><a href="/resend-invitation">${words.noInvitation}</a></p>`,
  };
}
