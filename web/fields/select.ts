import { html, type SafeHtml } from '@remix-run/html-template';

export interface Select {
  name: string;
  label: string;
  value?: string;
  choices: readonly { title: string; value: string }[];
  error?: string;
}

/** @returns a list of which one is chosen, with its label and what is wrong beside it. */
export function select({ name, label, value = '', choices, error }: Select): SafeHtml {
  return html`<div class="field">
      <label for="${name}">${label}</label>
      <select id="${name}" name="${name}"${error ? html` aria-invalid="true" aria-describedby="${name}-error"` : null}>
        ${choices.map(
          (choice) =>
            html`<option value="${choice.value}"${choice.value === value ? html` selected` : null}>${choice.title}</option>`,
        )}
      </select>
      ${error ? html`<p class="fieldError" id="${name}-error">${error}</p>` : null}
    </div>`;
}
