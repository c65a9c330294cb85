import type { Texts } from '../language/texts.ts';
import type { RequestView } from '../onboarding/views.ts';
import { beginButton } from './buttons.ts';
import type { Action } from './card.ts';

/**
 * The button that takes a request back, after a second yes.
 *
 * @param among which one it is, for a card on which several requests may stand.
 */
export function withdrawButton(
  texts: Texts,
  requestId: string,
  among?: { kind: RequestView['kind']; number: string },
): Action {
  const { button, buttonOf } = texts.withdrawRequest;
  return beginButton(among ? buttonOf[among.kind](among) : button, 'withdrawRequest', { request: requestId });
}
