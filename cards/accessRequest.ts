import { longestFreeText } from '../onboarding/readFreeText.ts';
import type { RequestView } from '../onboarding/views.ts';
import { beginWithInputsButton } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { facts, heading, paragraph } from './elements.ts';
import { form } from './form.ts';
import type { Reader } from './inWords.ts';
import { requestFacts } from './requestFacts.ts';
import { requestOutcome } from './requestOutcome.ts';

/**
 * A request, for those who may decide it: with the form while it is open, with the decision afterwards. The form offers
 * only the roles that this person may give.
 */
export function accessRequest(
  request: RequestView,
  reader: Reader,
  typed: { roles?: string; reason?: string } = {},
  problems: Record<string, string> = {},
): SpokenCard {
  const { texts } = reader;
  const words = texts.accessRequest;
  const lead = words.lead[request.kind]({
    who: request.requester.name,
    organization: request.account.organization,
  });
  const about = facts([
    [words.from, `${request.requester.name}, ${request.requester.email}`],
    ...requestFacts(request, reader),
  ]);
  if (request.state !== 'open') {
    const outcome = requestOutcome(request, reader);
    return card(outcome, [heading(words.title[request.kind]), about, paragraph(outcome, { color: 'Accent' })]);
  }
  const wanted = typed.roles ?? request.roles.filter((role) => request.assignable.includes(role)).join(',');
  return card(
    lead,
    [
      heading(words.title[request.kind]),
      about,
      ...form([
        {
          kind: 'choice',
          id: 'roles',
          label: words.rolesToGive,
          several: true,
          choices: request.assignable.map((role) => ({ title: texts.roles[role], value: role })),
          value: wanted,
          problem: problems.roles,
        },
        {
          kind: 'text',
          id: 'reason',
          label: texts.fields.optional({ label: words.reasonLabel }),
          maxLength: longestFreeText,
          multiline: true,
          value: typed.reason,
          problem: problems.reason,
        },
      ]),
    ],
    [
      beginWithInputsButton(words.approve, 'decideRequest', { request: request.id, decision: 'approve' }, 'positive'),
      beginWithInputsButton(words.deny, 'decideRequest', { request: request.id, decision: 'deny' }, 'destructive'),
    ],
  );
}
