import { html, type SafeHtml } from '@remix-run/html-template';

export interface Checks {
  name: string;
  legend: string;
  values: readonly string[];
  choices: readonly { title: string; value: string; hint?: string }[];
  error?: string;
}

/** @returns boxes of which several may be ticked. The group has the name as its id: a list of faults leads there. */
export function checks({ name, legend, values, choices, error }: Checks): SafeHtml {
  return html`<fieldset id="${name}" tabindex="-1"${error ? html` aria-describedby="${name}-error"` : null}>
      <legend>${legend}</legend>
      ${error ? html`<p class="fieldError" id="${name}-error">${error}</p>` : null}
      ${choices.map(
        ({ title, value, hint }) => html`<div class="check">
        <input type="checkbox" id="${name}-${value}" name="${name}" value="${value}"${values.includes(value) ? html` checked` : null}${
          hint ? html` aria-describedby="${name}-${value}-hint"` : null
        }>
        <div><label for="${name}-${value}">${title}</label>${
          hint ? html`<p class="hint" id="${name}-${value}-hint">${hint}</p>` : null
        }</div>
      </div>`,
      )}
    </fieldset>`;
}
