import { html, type SafeHtml } from '@remix-run/html-template';
import { mailAddress, mailboxAddress, writeAddress } from './addresses.ts';
import type { Mistakes, Writing } from './checkWriting.ts';
import type { PageContext } from './pageContext.ts';

/**
 * @param quoted the mail that is answered, as it will stand below.
 * @returns the form to write a mail on, with what was typed and what is wrong with it.
 */
export function writeView(
  email: string,
  people: readonly { name: string; email: string }[],
  writing: Writing,
  mistakes: Mistakes,
  { base, texts }: PageContext,
  quoted?: { id: string; subject: string; text: string },
): SafeHtml {
  const back = quoted === undefined ? mailboxAddress(base, email) : mailAddress(base, email, quoted.id);
  const wrong = Object.keys(mistakes).length > 0;
  // Where the cursor stands at first: in what is wrong, otherwise where one goes on.
  const first = (['as', 'to', 'subject', 'text'] as const).find((name) => mistakes[name] !== undefined);
  const attributes = (name: keyof Mistakes, hint?: string) => {
    const described = [hint, mistakes[name] === undefined ? undefined : `${name}-mistake`].filter(Boolean).join(' ');
    return html`id="${name}" name="${name}"${described === '' ? null : html` aria-describedby="${described}"`}${
      mistakes[name] === undefined ? null : html` aria-invalid="true"`
    }${name === (first ?? (quoted === undefined && writing.subject === '' ? 'subject' : 'text')) ? html` autofocus` : null}`;
  };
  const mistake = (name: keyof Mistakes) =>
    mistakes[name] === undefined ? null : html`<p class="mistake" id="${name}-mistake">${mistakes[name]}</p>`;
  return html`<section class="column mail writing" aria-labelledby="writing">
    <p class="back"><a href="${back}">${texts.back}</a></p>
    <h2 id="writing">${quoted === undefined ? texts.writeTitle : texts.replyTitle({ subject: quoted.subject })}</h2>
    <form method="post" action="${writeAddress(base, email, quoted?.id)}" novalidate>
      ${wrong ? html`<p class="mistakes" role="alert">${texts.mistakes}</p>` : null}
      <input type="hidden" name="id" value="${writing.id}">
      <label for="as">${texts.writeAs}</label>
      <div>
        <select ${attributes('as')}>
          ${people.map(
            (person) =>
              html`<option value="${person.email}"${person.email === writing.as ? html` selected` : null}>${
                person.name === person.email ? person.email : `${person.name} <${person.email}>`
              }</option>`,
          )}
        </select>
        ${mistake('as')}
      </div>
      <label for="to">${texts.recipients}</label>
      <div>
        <input ${attributes('to', 'to-hint')} value="${writing.to}" autocomplete="off" spellcheck="false">
        ${mistake('to')}
        <p class="quiet" id="to-hint">${texts.recipientsHint}</p>
      </div>
      <label for="subject">${texts.subject}</label>
      <div>
        <input ${attributes('subject')} value="${writing.subject}" autocomplete="off">
        ${mistake('subject')}
      </div>
      <label for="text">${texts.message}</label>
      <div>
        <textarea ${attributes('text')} rows="10">
${writing.text}</textarea>
        ${mistake('text')}
      </div>
      <div class="beside">
        <label class="check"><input type="checkbox" name="forged" value="yes" aria-describedby="forged-hint"${
          writing.forged ? html` checked` : null
        }> ${texts.forged}</label>
        <p class="quiet" id="forged-hint">${texts.forgedHint}</p>
      </div>
      <div class="beside buttons">
        <button type="submit">${texts.send}</button>
        <a href="${back}">${texts.cancel}</a>
      </div>
      ${
        quoted === undefined
          ? null
          : html`<details class="beside">
        <summary>${texts.quoted}</summary>
        <pre tabindex="0" role="region" aria-label="${texts.quoted}">${quoted.text}</pre>
      </details>`
      }
    </form>
  </section>`;
}
