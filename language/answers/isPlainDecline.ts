import type { Answer } from './answer.ts';
import { endOfAnswer } from './endOfAnswer.ts';

/** What may stand before the words that decline. */
const neutral = ['courtesy', 'regret', 'vocative', 'greeting', 'title', 'no', 'decline'];

/**
 * Whether a text declines and says nothing else: only greetings stand before the words that decline, only what is
 * declined behind them; a reason may follow, behind a comma or “because”, in which nothing makes another thing of it.
 * “I declined by mistake”, “I cannot accept, the button is grey”, “maybe I decline” are none.
 *
 * @param at where it declines.
 */
export function isPlainDecline(answer: Answer, at: number): boolean {
  const is = answer.isKind.bind(answer);
  for (let before = 0; before < at; before++) if (!is(before, ...neutral) && !answer.isName(before)) return false;
  // "I would rather not decline."
  const isOfIt = (index: number) =>
    is(index, 'declined', 'courtesy', 'regret', 'vocative') ||
    (is(index, 'decline', 'no') && answer.isSeparated(index));
  const end = endOfAnswer(answer, at);
  let next = at + 1;
  while (next < end && isOfIt(next)) next++;
  if (next < end && !answer.isSeparated(next) && !is(next, 'because')) return false;
  for (let index = next; index < end; index++) if (is(index, 'otherwise', 'accept', 'resend', 'not')) return false;
  return true;
}
