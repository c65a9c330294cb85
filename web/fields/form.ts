import { html, type SafeHtml } from '@remix-run/html-template';
import type { Visit } from '../visit.ts';

/**
 * @param action path that it is sent to; that of the page itself, if not given.
 * @param keeps when it is sent after the session has ended, what was typed stands there again after signing in. Not for
 *   secrets, nor where pressing a button is all.
 * @returns a form that is sent by POST and carries its token. The browser's own checks are off: what is wrong is said
 *   by the page, in its language and beside the field.
 */
export function form(
  visit: Visit,
  content: SafeHtml,
  { action, name, keeps = false }: { action?: string; name?: string; keeps?: boolean } = {},
): SafeHtml {
  return html`<form method="post" action="${action ?? visit.path}" novalidate${name ? html` class="${name}"` : null}>
      <input type="hidden" name="formToken" value="${visit.formToken()}">
      ${keeps && visit.writer ? html`<input type="hidden" name="writer" value="${visit.writer}">` : null}
      ${content}
    </form>`;
}
