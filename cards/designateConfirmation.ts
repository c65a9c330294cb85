import { textsFor } from '../language/texts.ts';
import type { PersonView } from '../onboarding/views.ts';
import { cancelButton, stepButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import type { DesignateInput } from './designateForm.ts';
import { heading, paragraph } from './elements.ts';
import type { Reader } from './inWords.ts';

/**
 * Asks for a second yes before the administrator of a customer is changed, and says what will happen.
 *
 * @param old who it is now, and what that person stands to lose: a pending invitation, or nothing because they are in.
 */
export function designateConfirmation(
  {
    organization,
    number,
    old,
    person,
  }: {
    organization: string;
    number: string;
    old: PersonView & { isIn: boolean; isInvited: boolean };
    person: DesignateInput;
  },
  button: { walk: WalkName; card: string },
  { texts }: Reader,
): SpokenCard {
  const words = texts.partner;
  const question = words.confirm({
    who: `${person.firstName} ${person.lastName}`,
    email: person.email,
    organization,
    number,
  });
  return card(
    `${words.confirmTitle} ${question}`,
    [
      heading(words.confirmTitle),
      paragraph(question),
      old.isInvited && paragraph(`• ${words.confirmOldInvitation({ who: old.name })}`, { spacing: 'Small' }),
      old.isIn && paragraph(`• ${words.confirmOldIsIn({ who: old.name })}`, { spacing: 'Small' }),
      paragraph(`• ${words.confirmNewInvitation({ language: textsFor(person.language).languageName })}`, {
        spacing: 'Small',
      }),
      paragraph(`• ${words.confirmBothTold}`, { spacing: 'Small' }),
    ],
    [
      stepButton(words.confirmYes, { ...button, action: 'yes' }, 'positive'),
      stepButton(words.correct, { ...button, action: 'correct' }),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}
