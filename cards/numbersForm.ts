import { cancelButton, sendButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';
import { form } from './form.ts';
import type { Reader } from './inWords.ts';

/** Asks for an agreement number and a purchasing account number, to find the administrator by them. */
export function numbersForm(
  typed: { agreementNumber?: string; accountNumber?: string },
  problems: Record<string, string>,
  button: { walk: WalkName; card: string },
  { texts }: Reader,
): SpokenCard {
  const words = texts.findAdministrator;
  return card(
    words.numbersLead,
    [
      heading(words.title),
      paragraph(words.numbersLead),
      ...form([
        {
          kind: 'text',
          id: 'agreementNumber',
          label: texts.fields.agreementNumber,
          placeholder: '4100012345',
          maxLength: 40,
          value: typed.agreementNumber,
          problem: problems.agreementNumber,
        },
        {
          kind: 'text',
          id: 'accountNumber',
          label: texts.fields.accountNumber,
          placeholder: '0005012345',
          maxLength: 40,
          value: typed.accountNumber,
          problem: problems.accountNumber,
        },
      ]),
    ],
    [
      sendButton(words.search, { ...button, action: 'search' }),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}
