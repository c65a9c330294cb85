import { cancelButton, sendButton, stepButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';
import { form } from './form.ts';
import type { Reader } from './inWords.ts';

/** Asks for the right address of an invitation that waits. */
export function correctAddressForm(
  { email, typed, problem }: { email: string; typed: string; problem?: string | undefined },
  button: { walk: WalkName; card: string },
  { texts }: Reader,
): SpokenCard {
  const words = texts.inviteUser;
  const lead = words.correctLead({ email });
  return card(
    problem ?? lead,
    [
      heading(words.correctTitle),
      paragraph(lead),
      ...form([
        {
          kind: 'text',
          id: 'email',
          label: words.newAddress,
          placeholder: words.emailPlaceholder,
          style: 'Email',
          maxLength: 254,
          value: typed,
          required: true,
          errorMessage: texts.fields.required({ label: words.newAddress }),
          problem,
        },
      ]),
    ],
    [
      sendButton(words.correctSend, { ...button, action: 'correct' }),
      stepButton(texts.buttons.back, { ...button, action: 'toInvitation' }),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}
