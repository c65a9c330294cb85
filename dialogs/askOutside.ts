import { cancelButton, stepButton } from '../cards/buttons.ts';
import { notice } from '../cards/notice.ts';
import { listInWords } from '../language/wording.ts';
import type { InviteStage } from './inviteUserState.ts';

/**
 * Asks for the second yes that an address outside the account's domains needs.
 *
 * @param correct the action of the button that leads back to the address.
 * @param anyway the title and the action of the button that says yes.
 * @param beside what else the yes is about.
 */
export function askOutside(
  stage: InviteStage,
  correct: string,
  anyway: { title: string; action: string },
  beside: readonly string[] = [],
): void {
  const { texts, button, state } = stage;
  const words = texts.inviteUser;
  const { email = '', verified = [] } = state.outside ?? {};
  stage.show(
    notice(texts, {
      title: words.outsideTitle,
      lines: [words.outside({ email, verified: listInWords(verified, stage.language) }), ...beside],
      more: [
        stepButton(words.correctAddress, { ...button, action: correct }, 'positive'),
        stepButton(anyway.title, { ...button, action: anyway.action }),
        cancelButton(texts.buttons.cancel, button.walk, button.card),
      ],
    }),
  );
}
