import { cancelButton, sendButton, type WalkName } from './buttons.ts';
import { type Action, card, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';
import { form } from './form.ts';
import type { Reader } from './inWords.ts';

/** What is needed to have the administrator's invitation resent; all three must match. */
export interface ResendInput {
  administratorEmail: string;
  agreementNumber: string;
  accountNumber: string;
}

/**
 * The three fields of walk 2, with what was typed and what is wrong with it.
 *
 * @param known what is to be said first of the reader's own invitation.
 * @param ask the buttons that ask for an invitation of one's own, for whoever may have meant that.
 */
export function resendForm(
  typed: Partial<ResendInput>,
  problems: Record<string, string>,
  known: readonly string[],
  ask: readonly Action[],
  button: { walk: WalkName; card: string },
  { texts }: Reader,
): SpokenCard {
  const words = texts.resendInvitation;
  const required = (label: string) => ({ label, required: true, errorMessage: texts.fields.required({ label }) });
  return card(
    words.lead,
    [
      heading(words.title),
      ...known.map((line) => paragraph(line)),
      paragraph(words.lead),
      paragraph(words.hint, { isSubtle: true, spacing: 'Small' }),
      ask.length > 0 && paragraph(words.ownInvitation, { spacing: 'Small' }),
      ...form([
        {
          kind: 'text',
          id: 'administratorEmail',
          ...required(words.administratorEmail),
          placeholder: texts.inviteUser.emailPlaceholder,
          style: 'Email',
          maxLength: 254,
          value: typed.administratorEmail,
          problem: problems.administratorEmail,
        },
        {
          kind: 'text',
          id: 'agreementNumber',
          ...required(texts.fields.agreementNumber),
          placeholder: '4100012345',
          maxLength: 40,
          value: typed.agreementNumber,
          problem: problems.agreementNumber,
        },
        {
          kind: 'text',
          id: 'accountNumber',
          ...required(texts.fields.accountNumber),
          placeholder: '0005012345',
          maxLength: 40,
          value: typed.accountNumber,
          problem: problems.accountNumber,
        },
      ]),
    ],
    [
      sendButton(words.send, { ...button, action: 'send' }),
      ...ask,
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}
