import type { Role } from '../models/role.ts';
import type { Denial } from '../onboarding/findAdministrator.ts';
import { longestFreeText } from '../onboarding/readFreeText.ts';
import { cancelButton, sendButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { denialInWords } from './denialInWords.ts';
import { heading, paragraph } from './elements.ts';
import { form } from './form.ts';
import type { Reader } from './inWords.ts';

/**
 * Before an invitation is asked for: whom the request goes to is said, and the roles that are wished for and a message
 * may go along.
 *
 * @param administrator said first, where nothing has told yet who it is.
 * @param denial of an earlier request, to be said before another is made.
 * @param said what is told above the fields.
 * @param offered the roles that those who decide may give.
 */
export function askInvitationForm(
  {
    organization,
    administrator,
    denial,
    offered,
    roles,
    message,
  }: {
    organization: string;
    administrator?: { name: string; email: string };
    denial?: Denial;
    offered: readonly Role[];
    roles?: string;
    message?: string;
  },
  { said, problems = {} }: { said?: string; problems?: Record<string, string> },
  button: { walk: WalkName; card: string },
  reader: Reader,
): SpokenCard {
  const { texts } = reader;
  const words = texts.findAdministrator;
  const lead = words.askLead({ organization });
  return card(
    lead,
    [
      heading(words.ask),
      administrator !== undefined && paragraph(words.administratorIs({ ...administrator, organization })),
      ...(denial ? denialInWords(denial, reader) : []).map((line) => paragraph(line)),
      paragraph(lead),
      said !== undefined && paragraph(said),
      ...form([
        {
          kind: 'choice',
          id: 'roles',
          label: texts.fields.optional({ label: texts.fields.roles }),
          several: true,
          placeholder: words.rolesOpen,
          choices: offered.map((role) => ({ title: texts.roles[role], value: role })),
          value: roles,
          problem: problems.roles,
        },
        {
          kind: 'text',
          id: 'message',
          label: texts.fields.optional({ label: texts.fields.message }),
          placeholder: words.askPlaceholder,
          maxLength: longestFreeText,
          multiline: true,
          value: message,
          problem: problems.message,
        },
      ]),
    ],
    [
      sendButton(words.askSend, { ...button, action: 'ask' }),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}
