import { html } from '@remix-run/html-template';
import type { RequestView } from '../../onboarding/views.ts';
import { checks } from '../fields/checks.ts';
import { faultList } from '../fields/faultList.ts';
import { form } from '../fields/form.ts';
import { message } from '../fields/message.ts';
import { textArea } from '../fields/textArea.ts';
import type { Form } from '../readForm.ts';
import type { Page, Visit } from '../visit.ts';
import { outcomeMessage } from './outcomeMessage.ts';
import { requestRows } from './requestRows.ts';

interface Typed {
  roles: string[];
  reason: string;
}

/** @returns what was chosen and typed into the form. */
export function typedIn(sent: Form): Typed {
  return { roles: sent.list('roles').slice(0, 20), reason: sent.text('reason').slice(0, 4_000) };
}

/** A request, for those who may decide it: who asks for what, and the form with the decision while nobody has made one. */
export function requestPage(
  request: RequestView,
  visit: Visit,
  typed: Typed = { roles: [...request.roles], reason: '' },
  problems: Readonly<Record<string, string>> = {},
): Page {
  const { texts } = visit;
  const words = texts.accessRequest;
  const wrong = Object.entries(problems).map(([name, text]) => ({ name, text }));
  const { late: slower, decidedBefore } = texts.pages.access;
  const late = visit.query.has('late') && (visit.query.get('late') === 'own' ? decidedBefore : slower);
  return {
    title: words.title[request.kind],
    section: 'requests',
    faulty: wrong.length > 0,
    status: wrong.length > 0 ? 422 : 200,
    content: html`${wrong.length > 0 ? faultList(texts.pages.faults.title, wrong) : null}
      ${late ? message('warning', late) : null}
      ${outcomeMessage(request, visit)}
      <dl>
        <dt>${words.from}</dt><dd>${request.requester.name}, ${request.requester.email}</dd>
        ${requestRows(request, visit)}
      </dl>
      ${
        request.state === 'open' && request.assignable.length > 0
          ? form(
              visit,
              html`${checks({
                name: 'roles',
                legend: words.rolesToGive,
                values: typed.roles,
                choices: request.assignable.map((role) => ({ title: texts.roles[role], value: role })),
                ...(problems.roles && { error: problems.roles }),
              })}
              ${textArea({
                name: 'reason',
                label: texts.fields.optional({ label: words.reasonLabel }),
                value: typed.reason,
                ...(problems.reason && { error: problems.reason }),
              })}
              <p class="buttons"><button class="primary" name="approve" value="yes">${words.approve}</button>
              <button name="deny" value="yes">${words.deny}</button></p>`,
              { keeps: true },
            )
          : null
      }
      <p class="back"><a href="/access/requests">${texts.pages.access.backToRequests}</a></p>`,
  };
}
