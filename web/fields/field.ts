import { html, type SafeHtml } from '@remix-run/html-template';

export interface Field {
  /** Its name in the form; also its id on the page. */
  name: string;
  label: string;
  /** What stands in it; never for a password. */
  value?: string;
  type?: 'text' | 'email' | 'password';
  /** What helps to fill it in; several lines become a list. */
  hint?: string | readonly string[];
  /** What is wrong with what was sent. */
  error?: string;
  /** By which the browser and password programs know what belongs there (WHATWG HTML, 4.10.18.7). */
  autocomplete?: string;
  inputMode?: 'numeric' | 'email';
  /** It is shown and sent, but cannot be changed. */
  readOnly?: boolean;
  optional?: boolean;
}

/** @returns a field with its label; hint and error stand beside it and are read out with it. */
export function field(of: Field): SafeHtml {
  const { name, label, value = '', type = 'text', hint, error, autocomplete = 'off', inputMode } = of;
  const told = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
      <label for="${name}">${label}</label>
      ${hint ? help(hint, `${name}-hint`) : null}
      <input id="${name}" name="${name}" type="${type}" value="${type === 'password' ? '' : value}" autocomplete="${autocomplete}"${
        inputMode ? html` inputmode="${inputMode}"` : null
      }${type === 'text' ? null : html` autocapitalize="none" spellcheck="false"`}${of.readOnly ? html` readonly` : null}${
        of.optional || of.readOnly ? null : html` required`
      }${told ? html` aria-describedby="${told}"` : null}${error ? html` aria-invalid="true"` : null}>
      ${error ? html`<p class="fieldError" id="${name}-error">${error}</p>` : null}
    </div>`;
}

function help(hint: string | readonly string[], id: string): SafeHtml {
  return typeof hint === 'string'
    ? html`<p class="hint" id="${id}">${hint}</p>`
    : html`<ul class="hint" id="${id}">${hint.map((line) => html`<li>${line}</li>`)}</ul>`;
}
