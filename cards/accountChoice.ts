import type { AccountView } from '../onboarding/views.ts';
import { cancelButton, sendButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';
import { form } from './form.ts';
import type { Reader } from './inWords.ts';

/** More accounts than that are looked through by typing. */
const mostShown = 8;

/** Asks in which of several purchasing accounts to invite. */
export function accountChoice(
  accounts: readonly AccountView[],
  { said, problem }: { said?: string | undefined; problem?: string | undefined },
  button: { walk: WalkName; card: string },
  { texts }: Reader,
): SpokenCard {
  const words = texts.inviteUser;
  return card(
    problem ?? words.chooseAccount,
    [
      heading(words.chooseAccount),
      paragraph(words.chooseAccountLead),
      said !== undefined && paragraph(said),
      ...form([
        {
          kind: 'choice',
          id: 'account',
          label: texts.fields.account,
          choices: accounts.map((account) => ({ title: words.accountLine(account), value: account.id })),
          look: accounts.length > mostShown ? 'filtered' : 'expanded',
          required: true,
          errorMessage: texts.fields.required({ label: texts.fields.account }),
          problem,
        },
      ]),
    ],
    [
      sendButton(words.continue, { ...button, action: 'chooseAccount' }),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}
