import type { Role } from '../models/role.ts';
import type { AccountView } from '../onboarding/views.ts';
import { cancelButton, sendButton, stepButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';
import { form } from './form.ts';
import { type InviteDefaults, inviteFields } from './inviteFields.ts';
import type { Reader } from './inWords.ts';

/** Whom to invite, as typed so far. */
export interface InvitationDraft extends InviteDefaults {
  email: string;
  firstName: string;
  lastName: string;
}

/**
 * The form of walk 3 for one person.
 *
 * @param where the account, the roles that may be given there, and whether the reader has other accounts to invite in.
 * @param said what is told above the fields: whom was invited just now, what was taken from a sentence.
 * @param problems what is wrong, by field; under `form` what is about no field.
 */
export function invitationForm(
  draft: InvitationDraft,
  where: { account: AccountView; assignable: readonly Role[]; hasOthers: boolean },
  { said = [], problems = {} }: { said?: readonly string[]; problems?: Record<string, string> },
  button: { walk: WalkName; card: string },
  reader: Reader,
): SpokenCard {
  const { texts } = reader;
  const words = texts.inviteUser;
  const { fields } = texts;
  const account = words.accountLine(where.account);
  const text = (id: 'email' | 'firstName' | 'lastName', maxLength: number) => ({
    kind: 'text' as const,
    id,
    label: fields[id],
    maxLength,
    value: draft[id],
    required: true,
    errorMessage: fields.required({ label: fields[id] }),
    problem: problems[id],
  });
  const firstProblem = Object.values(problems)[0];
  return card(
    firstProblem ?? said[0] ?? `${words.title}: ${account}`,
    [
      heading(words.title),
      paragraph(account, { isSubtle: true, spacing: 'Small' }),
      ...said.map((line) => paragraph(line)),
      problems.form !== undefined && paragraph(problems.form, { color: 'Attention' }),
      ...form([
        { style: 'Email', placeholder: words.emailPlaceholder, ...text('email', 254) },
        text('firstName', 64),
        text('lastName', 64),
        ...inviteFields(draft, problems, where.assignable, reader),
      ]),
    ],
    [
      sendButton(words.invite, { action: 'invite', ...button }),
      sendButton(words.inviteAnother, { action: 'inviteAnother', ...button }, 'default'),
      stepButton(words.several, { action: 'several', ...button }),
      where.hasOthers && stepButton(words.otherAccount, { action: 'otherAccount', ...button }),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}
