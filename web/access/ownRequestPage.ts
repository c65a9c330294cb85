import { html } from '@remix-run/html-template';
import type { RequestView } from '../../onboarding/views.ts';
import { form } from '../fields/form.ts';
import { message } from '../fields/message.ts';
import type { Page, Visit } from '../visit.ts';
import { outcomeMessage } from './outcomeMessage.ts';
import { requestRows } from './requestRows.ts';

/** A request, for whoever made it: how it stands, and taking it back while nobody has answered. */
export function ownRequestPage(request: RequestView, visit: Visit): Page {
  const { texts } = visit;
  const { access } = texts.pages;
  const words = texts.withdrawRequest;
  const isOpen = request.state === 'open';
  return {
    title: access.ownRequestTitle,
    section: 'profile',
    content: html`${visit.query.has('late') ? message('warning', access.late) : null}
      ${outcomeMessage(request, visit)}
      <p>${words.about[request.kind]({ organization: request.account.organization })}</p>
      <dl>${requestRows(request, visit)}</dl>
      ${
        isOpen
          ? form(
              visit,
              html`<p>${words.lead}</p>
              <p class="buttons"><button>${words.button}</button></p>`,
              { action: `/access/requests/${request.id}/withdraw` },
            )
          : null
      }
      <p class="back"><a href="/home">${access.toProfile}</a></p>`,
  };
}
