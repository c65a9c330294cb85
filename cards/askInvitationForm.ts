import { longestFreeText } from '../onboarding/readFreeText.ts';
import { cancelButton, sendButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';
import { form } from './form.ts';
import type { Reader } from './inWords.ts';

/** Before an invitation is asked for: whom the request goes to is said, and a message may go along. */
export function askInvitationForm(
  { organization, message, problem }: { organization: string; message?: string; problem?: string },
  button: { walk: WalkName; card: string },
  { texts }: Reader,
): SpokenCard {
  const words = texts.findAdministrator;
  const lead = words.askLead({ organization });
  return card(
    lead,
    [
      heading(words.ask),
      paragraph(lead),
      ...form([
        {
          kind: 'text',
          id: 'message',
          label: texts.fields.optional({ label: texts.fields.message }),
          placeholder: words.askPlaceholder,
          maxLength: longestFreeText,
          multiline: true,
          value: message,
          problem,
        },
      ]),
    ],
    [
      sendButton(words.askSend, { ...button, action: 'ask' }),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}
