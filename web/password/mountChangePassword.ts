import { html } from '@remix-run/html-template';
import { timeFromInWords } from '../../language/wording.ts';
import { type ChangePasswordFault, changePassword } from '../../onboarding/changePassword.ts';
import type { SignedIn } from '../../onboarding/findSession.ts';
import { hasPassword } from '../../onboarding/hasPassword.ts';
import type { NewPasswordFault } from '../../onboarding/password/newPasswordFault.ts';
import { busyPage } from '../busyPage.ts';
import type { Door } from '../door.ts';
import { faultList } from '../fields/faultList.ts';
import { field } from '../fields/field.ts';
import { form } from '../fields/form.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Page, Visit } from '../visit.ts';
import { passwordFields } from './passwordFields.ts';

type Inside = Visit & { session: SignedIn };

/** Mounts *Change password* of *My profile*. */
export function mountChangePassword(door: Door, { house }: PageSettings): void {
  const path = '/home/password';

  door.inside.get(path, async (visit) => ({
    page: (await hasPassword(visit.session.actor)) ? changePage(visit) : noPasswordPage(visit),
  }));

  door.inside.post(path, async (visit) => {
    const { form: sent, session } = visit;
    const result = await changePassword(house, session, {
      current: sent.text('current'),
      password: sent.text('password'),
      confirmation: sent.text('confirmation'),
    });
    switch (result.outcome) {
      case 'changed':
        return { seeOther: '/home?password-changed', device: result.device };
      case 'invalid':
        return { page: changePage(visit, result.faults) };
      case 'noPassword':
        return { page: noPasswordPage(visit) };
      case 'limited': {
        const when = timeFromInWords(result.retryAt, visit.language);
        const { tooOftenTitle } = visit.texts.pages.door;
        const content = html`<p>${visit.texts.pages.password.limited({ when })}</p>`;
        return { page: { title: tooOftenTitle, section: 'profile', content, status: 429, faulty: true } };
      }
      case 'busy':
        return busyPage(visit);
    }
  });
}

function changePage(visit: Inside, faults: readonly ChangePasswordFault[] = []): Page {
  const { texts } = visit;
  const { password: words, passwordProblems, invitation } = texts.pages;
  const problem = (fault: ChangePasswordFault) =>
    fault.field === 'current' ? words.currentProblems[fault.problem] : passwordProblems[fault.problem];
  const labels = { current: words.current, password: words.newPassword, confirmation: invitation.confirmation };
  const current = faults.find((fault) => fault.field === 'current');
  const chosen = faults.find((fault): fault is NewPasswordFault => fault.field !== 'current');
  const wrong = faults.map((fault) => ({ name: fault.field, text: `${labels[fault.field]}: ${problem(fault)}` }));
  return {
    title: words.changeTitle,
    section: 'profile',
    faulty: faults.length > 0,
    status: faults.length > 0 ? 422 : 200,
    content: html`${faults.length > 0 ? faultList(texts.pages.faults.title, wrong) : null}
      <p>${words.changeLead}</p>
      ${form(
        visit,
        html`${field({ name: 'email', label: texts.pages.signIn.email, value: visit.session.actor.email, type: 'email', readOnly: true, autocomplete: 'username' })}
        ${field({ name: 'current', label: words.current, type: 'password', autocomplete: 'current-password', ...(current && { error: problem(current) }) })}
        ${passwordFields(visit, words.newPassword, chosen)}
        <p class="buttons"><button class="primary">${words.changeTitle}</button></p>`,
      )}
      <p class="back"><a href="/home">${texts.pages.access.tabs.profile}</a></p>`,
  };
}

function noPasswordPage({ texts }: Visit): Page {
  const words = texts.pages.password;
  return {
    title: words.changeTitle,
    section: 'profile',
    content: html`<p>${words.noPassword}</p><p class="back"><a href="/home">${texts.pages.access.tabs.profile}</a></p>`,
  };
}
