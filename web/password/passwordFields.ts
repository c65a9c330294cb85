import { html, type SafeHtml } from '@remix-run/html-template';
import type { NewPasswordFault } from '../../onboarding/password/newPasswordFault.ts';
import { field } from '../fields/field.ts';
import type { Visit } from '../visit.ts';

/** @returns the two fields for a new password, with its rules and what is wrong. */
export function passwordFields({ texts }: Visit, label: string, fault: NewPasswordFault | undefined): SafeHtml {
  const { passwordRules, confirmation } = texts.pages.invitation;
  const error = (name: NewPasswordFault['field']) =>
    fault?.field === name ? { error: texts.pages.passwordProblems[fault.problem] } : {};
  const autocomplete = 'new-password';
  return html`${field({ name: 'password', label, type: 'password', autocomplete, hint: passwordRules, ...error('password') })}
        ${field({ name: 'confirmation', label: confirmation, type: 'password', autocomplete, ...error('confirmation') })}`;
}
