import { html, type SafeHtml } from '@remix-run/html-template';
import { dayInWords, rolesInWords } from '../../cards/inWords.ts';
import type { RequestView } from '../../onboarding/views.ts';
import type { Visit } from '../visit.ts';
import { readerOf } from './readerOf.ts';

/** What a request is about, as rows of a list of facts. */
export function requestRows({ account, roles, message, createdAt }: RequestView, visit: Visit): SafeHtml {
  const { texts } = visit;
  const words = texts.accessRequest;
  const reader = readerOf(visit);
  return html`<dt>${texts.fields.account}</dt><dd>${texts.pages.access.account(account)}</dd>
        ${roles.length > 0 ? html`<dt>${words.rolesAskedFor}</dt><dd>${rolesInWords(roles, reader)}</dd>` : null}
        ${message ? html`<dt>${texts.fields.message}</dt><dd class="said">${message}</dd>` : null}
        <dt>${words.askedOn}</dt><dd>${dayInWords(createdAt, reader)}</dd>`;
}
