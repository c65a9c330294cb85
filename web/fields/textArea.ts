import { html, type SafeHtml } from '@remix-run/html-template';

/** @returns a field of several lines, with its label and what is wrong beside it. */
export function textArea({
  name,
  label,
  value = '',
  error,
}: {
  name: string;
  label: string;
  value?: string;
  error?: string;
}): SafeHtml {
  return html`<div class="field">
      <label for="${name}">${label}</label>
      <textarea id="${name}" name="${name}" rows="4" maxlength="1000"${
        error ? html` aria-invalid="true" aria-describedby="${name}-error"` : null
      }>${value}</textarea>
      ${error ? html`<p class="fieldError" id="${name}-error">${error}</p>` : null}
    </div>`;
}
