import type { Answer } from './answer.ts';
import { endOfAnswer } from './endOfAnswer.ts';

/** What may stand before the words that decline. */
const neutral = ['courtesy', 'regret', 'vocative', 'greeting', 'title', 'no', 'decline'];

/** What else may stand behind “no thanks”. */
const around = [
  'greeting',
  'title',
  'closing',
  'because',
  'decline',
  'no',
  'notMe',
  'notMeShort',
  'ask',
  'left',
  'first',
];

/**
 * Whether a text declines and says nothing else: only greetings stand before the words that decline, only what is
 * declined behind them; a reason may follow, behind a comma or “because”, in which nothing makes another thing of it.
 * “I declined by mistake”, “I cannot accept, the button is grey”, “maybe I decline” are none. “No thanks” may answer an
 * offer of help as well: what follows it must itself say that the invitation is not wanted.
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
  const isWeak = is(at, 'noThanks') && !(next < end && is(next, 'because'));
  for (let index = next; index < end; index++) {
    if (is(index, 'otherwise', 'accept', 'resend', 'not', 'settled', 'works')) return false;
    if (isWeak && !isOfIt(index) && !is(index, 'declined', ...around)) return false;
  }
  return true;
}
