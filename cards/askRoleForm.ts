import { type Role, roles } from '../models/role.ts';
import { longestFreeText } from '../onboarding/readFreeText.ts';
import type { AccountView } from '../onboarding/views.ts';
import { cancelButton, sendButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';
import { form } from './form.ts';
import type { Reader } from './inWords.ts';

export interface AskRoleInput {
  account: string;
  /** Comma-separated. */
  roles: string;
  message: string;
}

/**
 * Which role, in which account, and a message to those who give it.
 * @param accounts where the person may ask, and for what.
 * @param said what is told above the fields.
 */
export function askRoleForm(
  accounts: readonly { account: AccountView; mayAskFor: readonly Role[] }[],
  typed: Partial<AskRoleInput>,
  { said, problems = {} }: { said?: string | undefined; problems?: Record<string, string> },
  button: { walk: WalkName; card: string },
  { texts }: Reader,
): SpokenCard {
  const words = texts.checkRole;
  // What one account has to give is offered for all: the use case says so for the others.
  const wanted = roles.filter((role) => accounts.some(({ mayAskFor }) => mayAskFor.includes(role)));
  return card(
    words.askLead,
    [
      heading(words.askForAnother),
      paragraph(words.askLead),
      said !== undefined && paragraph(said),
      ...form([
        ...(accounts.length > 1
          ? [
              {
                kind: 'choice' as const,
                id: 'account',
                label: texts.fields.account,
                required: true,
                errorMessage: texts.fields.required({ label: texts.fields.account }),
                choices: accounts.map(({ account: { id, organization, number } }) => ({
                  title: `${organization}, ${number}`,
                  value: id,
                })),
                value: typed.account,
                problem: problems.account,
              },
            ]
          : []),
        {
          kind: 'choice',
          id: 'roles',
          label: texts.fields.roles,
          several: true,
          required: true,
          errorMessage: texts.fields.required({ label: texts.fields.roles }),
          choices: wanted.map((role) => ({ title: texts.roles[role], value: role })),
          value: typed.roles,
          problem: problems.roles,
        },
        {
          kind: 'text',
          id: 'message',
          label: texts.fields.optional({ label: texts.fields.message }),
          placeholder: words.askPlaceholder,
          maxLength: longestFreeText,
          multiline: true,
          value: typed.message,
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
