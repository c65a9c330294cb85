import type { Role } from '../models/role.ts';
import type { AccountView } from '../onboarding/views.ts';
import { cancelButton, sendButton, stepButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { heading, paragraph, subheading } from './elements.ts';
import { form } from './form.ts';
import { type InviteDefaults, inviteFields } from './inviteFields.ts';
import type { Reader } from './inWords.ts';

/** How many characters of a list the card takes; a longer list is sent as a file. */
const longestList = 20_000;

/** How much of a list the card shows again, in bytes of JSON: with the countries it stays under 28 KB. */
export const mostListBytes = 11_000;

/**
 * Takes a list of people, or only what holds for all of them where the list itself has come already.
 *
 * @param people the list as typed or to be corrected; absent when the list is kept and only the rest is asked for.
 * @param said what is told above the fields.
 * @param most how many people a list may have.
 */
export function peopleForm(
  { people, defaults }: { people?: string; defaults: InviteDefaults },
  where: { account: AccountView; assignable: readonly Role[] },
  { said = [], problems = {}, most }: { said?: readonly string[]; problems?: Record<string, string>; most: number },
  button: { walk: WalkName; card: string },
  reader: Reader,
): SpokenCard {
  const { texts } = reader;
  const words = texts.inviteMany;
  const title = people === undefined ? words.keptTitle : words.title;
  return card(
    problems.people ?? said[0] ?? words.lead,
    [
      heading(title),
      paragraph(texts.inviteUser.accountLine(where.account), { isSubtle: true, spacing: 'Small' }),
      ...said.map((line) => paragraph(line)),
      people !== undefined && paragraph(words.lead),
      people !== undefined && paragraph(words.example, { monospace: true, isSubtle: true, spacing: 'Small' }),
      people !== undefined && paragraph(words.fileHint({ most }), { spacing: 'Small' }),
      ...(people === undefined
        ? []
        : form([
            {
              kind: 'text',
              id: 'people',
              label: words.people,
              multiline: true,
              maxLength: longestList,
              value: people,
              required: true,
              errorMessage: texts.fields.required({ label: words.people }),
              problem: problems.people,
            },
          ])),
      subheading(words.defaults),
      ...form(inviteFields(defaults, problems, where.assignable, reader, false)),
    ],
    [
      sendButton(words.check, { ...button, action: 'check' }),
      stepButton(texts.buttons.back, { ...button, action: 'toForm' }),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}
