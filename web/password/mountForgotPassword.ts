import { html } from '@remix-run/html-template';
import { fieldProblems } from '../../cards/inWords.ts';
import { askForPasswordReset } from '../../onboarding/askForPasswordReset.ts';
import { readerOf } from '../access/readerOf.ts';
import type { Door } from '../door.ts';
import { faultList } from '../fields/faultList.ts';
import { field } from '../fields/field.ts';
import { form } from '../fields/form.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Page, Visit } from '../visit.ts';

/** Mounts *Forgot your password?*: one same answer, in the same time, whatever address was typed. */
export function mountForgotPassword(door: Door, { house }: PageSettings): void {
  door.get('/forgot-password', async (visit) => ({ page: forgotPage(visit) }));

  door.post('/forgot-password', async (visit) => {
    const { client, language } = visit;
    const email = visit.form.text('email').slice(0, 320);
    const result = await askForPasswordReset(house, { email, client, language });
    const words = visit.texts.pages;
    if (result.outcome === 'refused') {
      const error = fieldProblems(result.refusal, readerOf(visit)).email;
      if (error) return { page: forgotPage(visit, { email, error }) };
      const { tooOftenTitle, tooOften } = words.door;
      return { page: { title: tooOftenTitle, content: html`<p>${tooOften}</p>`, status: 429, faulty: true } };
    }
    const { askedTitle, asked, askedNext } = words.password;
    return {
      page: {
        title: askedTitle,
        content: html`<p>${asked}</p><p>${askedNext}</p><p><a href="/sign-in">${words.signIn.again}</a></p>`,
      },
    };
  });
}

function forgotPage(visit: Visit, typed?: { email: string; error: string }): Page {
  const { password: words, signIn, faults } = visit.texts.pages;
  return {
    title: words.forgotTitle,
    faulty: typed !== undefined,
    status: typed ? 422 : 200,
    content: html`${typed ? faultList(faults.title, [{ name: 'email', text: `${signIn.email}: ${typed.error}` }]) : null}
      <p>${words.forgotLead}</p>
      <p>${words.microsoft}</p>
      ${form(
        visit,
        html`${field({ name: 'email', label: signIn.email, type: 'email', inputMode: 'email', autocomplete: 'username', hint: signIn.emailHint, ...(typed && { value: typed.email, error: typed.error }) })}
        <p class="buttons"><button class="primary">${words.ask}</button></p>`,
      )}
      <p class="more"><a href="/sign-in">${signIn.again}</a></p>`,
  };
}
