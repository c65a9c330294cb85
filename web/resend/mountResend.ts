import { html } from '@remix-run/html-template';
import { resendInvitation } from '../../onboarding/resendInvitation.ts';
import { unknownVisitor } from '../../onboarding/unknownVisitor.ts';
import type { Door } from '../door.ts';
import { faultList } from '../fields/faultList.ts';
import { field } from '../fields/field.ts';
import { form } from '../fields/form.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Page, Visit } from '../visit.ts';

const names = ['administratorEmail', 'agreementNumber', 'accountNumber'] as const;
type Typed = Record<(typeof names)[number], string>;

/**
 * Mounts *Didn't get the invitation?*: the administrator's invitation is sent again when all three match (product.md,
 * walk 2). Nobody has proven who they are here, so there is one same answer, in the same time, whatever matched.
 */
export function mountResend(door: Door, { house }: PageSettings): void {
  door.get('/resend-invitation', async (visit) => ({ page: resendPage(visit) }));

  door.post('/resend-invitation', async (visit) => {
    const typed = Object.fromEntries(names.map((name) => [name, visit.form.text(name).slice(0, 320)])) as Typed;
    const result = await resendInvitation(house, unknownVisitor(visit.language), { ...typed, client: visit.client });
    const words = visit.texts.pages;
    if (result.outcome === 'refused') {
      if (result.refusal.reason === 'invalid') {
        const problems = visit.texts.problems;
        const errors = Object.fromEntries(result.refusal.fields.map((one) => [one.field, problems[one.problem]]));
        return { page: resendPage(visit, typed, errors) };
      }
      const { tooOftenTitle, tooOften } = words.door;
      return { page: { title: tooOftenTitle, content: html`<p>${tooOften}</p>`, status: 429, faulty: true } };
    }
    const { doneTitle, done, doneNext } = words.resend;
    return { page: { title: doneTitle, content: html`<p>${done}</p><p>${doneNext}</p>` } };
  });
}

function resendPage(visit: Visit, typed?: Typed, errors: Partial<Typed> = {}): Page {
  const { texts } = visit;
  const words = texts.pages.resend;
  const labels: Typed = {
    administratorEmail: words.administratorEmail,
    agreementNumber: texts.fields.agreementNumber,
    accountNumber: texts.fields.accountNumber,
  };
  const wrong = names.flatMap((name) => (errors[name] ? [{ name, text: `${labels[name]}: ${errors[name]}` }] : []));
  const one = (name: keyof Typed) => ({
    name,
    label: labels[name],
    value: typed?.[name] ?? '',
    ...(errors[name] && { error: errors[name] }),
  });
  return {
    title: words.title,
    faulty: wrong.length > 0,
    status: wrong.length > 0 ? 422 : 200,
    content: html`${wrong.length > 0 ? faultList(texts.pages.faults.title, wrong) : null}
      <p>${words.lead}</p>
      <p>${words.notAdministrator}</p>
      ${form(
        visit,
        html`${field({ ...one('administratorEmail'), type: 'email', inputMode: 'email', autocomplete: 'email' })}
        ${field({ ...one('agreementNumber'), inputMode: 'numeric', hint: words.numberHint })}
        ${field({ ...one('accountNumber'), inputMode: 'numeric' })}
        <p class="buttons"><button class="primary">${words.send}</button></p>`,
      )}`,
  };
}
