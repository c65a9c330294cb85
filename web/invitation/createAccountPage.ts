import { html } from '@remix-run/html-template';
import type { AccountFault } from '../../onboarding/acceptInvitation.ts';
import type { NewPasswordFault } from '../../onboarding/password/newPasswordFault.ts';
import type { InvitationView } from '../../onboarding/views.ts';
import { faultList } from '../fields/faultList.ts';
import { field } from '../fields/field.ts';
import { form } from '../fields/form.ts';
import { passwordFields } from '../password/passwordFields.ts';
import { microsoftButton } from '../signIn/microsoftButton.ts';
import type { Page, Visit } from '../visit.ts';
import { invitationFacts } from './invitationFacts.ts';

/**
 * *Create a work account*: name and address filled in, to be checked; a password. The address cannot be changed here:
 * that the link came to it is what proves it.
 */
export function createAccountPage(
  invitation: InvitationView,
  visit: Visit,
  {
    withMicrosoft = false,
    typed = invitation,
    faults = [],
  }: {
    withMicrosoft?: boolean;
    typed?: { firstName: string; lastName: string };
    faults?: readonly AccountFault[];
  } = {},
): Page {
  const { texts } = visit;
  const words = texts.pages.invitation;
  // An empty field is worded by what belongs there.
  const problem = (fault: AccountFault) =>
    isOfPassword(fault) ? texts.pages.passwordProblems[fault.problem] : texts.problems[fault.problem];
  const error = (name: string) => {
    const fault = faults.find((one) => one.field === name);
    return fault && { error: problem(fault) };
  };
  const chosen = faults.find(isOfPassword);
  const wrong = faults.map((fault) => ({
    name: fault.field,
    text: `${labels()[fault.field] ?? ''}: ${problem(fault)}`,
  }));
  const hint = words.emailHint({ who: invitation.invitedBy?.name });

  function labels(): Record<string, string> {
    const { firstName, lastName } = texts.fields;
    return { firstName, lastName, password: words.password, confirmation: words.confirmation };
  }

  return {
    title: words.title,
    faulty: faults.length > 0,
    status: faults.length > 0 ? 422 : 200,
    content: html`${faults.length > 0 ? faultList(texts.pages.faults.title, wrong) : null}
      <p>${words.lead({ organization: invitation.account.organization })}</p>
      ${withMicrosoft ? html`${microsoftButton(visit, visit.path)}<p class="or">${texts.pages.signIn.or}</p>` : null}
      ${form(
        visit,
        html`${field({ name: 'firstName', label: texts.fields.firstName, value: typed.firstName, autocomplete: 'given-name', ...error('firstName') })}
        ${field({ name: 'lastName', label: texts.fields.lastName, value: typed.lastName, autocomplete: 'family-name', ...error('lastName') })}
        ${field({ name: 'email', label: texts.fields.email, value: invitation.email, type: 'email', readOnly: true, autocomplete: 'username', hint })}
        ${passwordFields(visit, words.password, chosen)}
        <p class="buttons"><button class="primary">${words.start}</button></p>`,
      )}
      ${invitationFacts(invitation, visit)}`,
  };
}

function isOfPassword(fault: AccountFault): fault is NewPasswordFault {
  return fault.field === 'password' || fault.field === 'confirmation';
}
