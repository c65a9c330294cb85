import { html } from '@remix-run/html-template';
import { type OpenPasswordResetResult, openPasswordReset } from '../../onboarding/openPasswordReset.ts';
import type { NewPasswordFault } from '../../onboarding/password/newPasswordFault.ts';
import { resetPassword } from '../../onboarding/resetPassword.ts';
import { busyPage } from '../busyPage.ts';
import type { Door } from '../door.ts';
import { faultList } from '../fields/faultList.ts';
import { field } from '../fields/field.ts';
import { form } from '../fields/form.ts';
import { inLanguageOf } from '../inLanguageOf.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Answer, Page, Visit } from '../visit.ts';
import { passwordFields } from './passwordFields.ts';

/**
 * Mounts what is behind the link for a new password. Opening it uses nothing up: programs that look for bad links follow
 * it. Sending the form does.
 */
export function mountNewPassword(door: Door, { house }: PageSettings): void {
  door.get('/new-password/:token', async (visit) => {
    const opened = await openPasswordReset(visit.params.token ?? '');
    return opened.outcome === 'dead' ? { page: deadPage(visit) } : newPasswordPage(opened, visit);
  });

  door.post('/new-password/:token', async (visit) => {
    const result = await resetPassword(house, {
      token: visit.params.token ?? '',
      password: visit.form.text('password'),
      confirmation: visit.form.text('confirmation'),
      client: visit.client,
    });
    switch (result.outcome) {
      case 'changed': {
        const { language = visit.language, device } = result;
        return { seeOther: `/sign-in?password-set&language=${language}`, device };
      }
      case 'invalid':
        return newPasswordPage(result, visit, result.fault);
      case 'dead':
        return { page: deadPage(visit) };
      case 'busy':
        return busyPage(visit);
    }
  });
}

function newPasswordPage(
  { email, language }: Omit<Extract<OpenPasswordResetResult, { outcome: 'found' }>, 'outcome'>,
  visitor: Visit,
  fault?: NewPasswordFault,
): Answer {
  const visit = language === undefined ? visitor : inLanguageOf(visitor, { language });
  const { texts } = visit;
  const { password: words, passwordProblems, invitation } = texts.pages;
  const labels = { password: words.newPassword, confirmation: invitation.confirmation };
  const wrong = fault && [{ name: fault.field, text: `${labels[fault.field]}: ${passwordProblems[fault.problem]}` }];
  return {
    page: {
      title: words.resetTitle,
      language: visit.language,
      faulty: fault !== undefined,
      status: fault ? 422 : 200,
      content: html`${wrong ? faultList(texts.pages.faults.title, wrong) : null}
      <p>${words.resetLead}</p>
      ${form(
        visit,
        html`${field({ name: 'email', label: texts.pages.signIn.email, value: email, type: 'email', readOnly: true, autocomplete: 'username' })}
        ${passwordFields(visit, words.newPassword, fault)}
        <p class="buttons"><button class="primary">${words.set}</button></p>`,
      )}`,
    },
  };
}

function deadPage(visit: Visit): Page {
  const words = visit.texts.pages.password;
  return {
    title: words.deadTitle,
    status: 410,
    content: html`<p>${words.dead}</p>
      <p class="buttons"><a class="button primary" href="/forgot-password">${words.askAgain}</a></p>`,
  };
}
