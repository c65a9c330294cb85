import type { Answer } from './answer.ts';
import { clauseOf } from './clauseOf.ts';
import { endOfAnswer } from './endOfAnswer.ts';
import { isOfInvitee } from './isOfInvitee.ts';
import { isOfWriter } from './isOfWriter.ts';
import { personToAsk } from './personToAsk.ts';

const polite = ['courtesy', 'regret', 'vocative', 'greeting', 'title', 'because', 'beside'];

/** All that may stand in an answer that only hands the invitation on to somebody else. */
const handingOn = [...polite, 'ask', 'before', 'instead', 'takesOver', 'forward', 'somebody', 'no'];

/** What may stand before “not me” and “the wrong person” in their clause, so that it is the writer who is meant. */
const leading = [...polite, 'lead', 'no', 'before', 'somebody'];

/** What may stand behind such words in their clause: “I left the company in May”; not “I am not responsible for the delay”. */
const trailing = [...handingOn, 'tail', 'notMe', 'notMeShort'];

/** Whoever writes one of these goes on with the invitation, or speaks of something else. */
const goingOn = ['goesOn', 'accept', 'accepting', 'elsewhere', 'expired', 'resend', 'resendIt'];

/**
 * Whether the writer says, in so many words, that they are not the right person, or hands the invitation on to another;
 * or, as somebody who reads the mail of a person who has left, that this person has. And nothing that goes on with it. “I will ask Marco”, “contact Marco if you have questions”, “ask Marco to give me
 * more rights” name a person too, and say nothing of the kind.
 */
export function saysNotMe(answer: Answer): boolean {
  const end = endOfAnswer(answer, 0);
  const is = answer.isKind.bind(answer);
  const items = answer.items.slice(0, end).map((_, index) => index);
  const some = (...kinds: string[]) => items.some((index) => is(index, ...kinds));
  if (some(...goingOn) || asksSomethingElse(answer, items)) return false;
  const person = personToAsk(answer);
  const isLed = (index: number) => {
    for (let at = clauseOf(answer, index).from; at < index; at++) if (!is(at, ...leading)) return false;
    return true;
  };
  const isWhole = (index: number) => {
    const { to } = clauseOf(answer, index);
    for (let at = index + 1; at < Math.min(to, end) && !is(at, 'and'); at++) {
      if (!is(at, ...trailing) && !answer.isName(at) && !answer.isEmail(at) && !answer.isPlainNumber(at)) return false;
    }
    return true;
  };
  // A wrong address and another one: that may well be the writer's own.
  const isWrong = (index: number) => is(index, 'wrongAddress') && (!person || person.name !== undefined);
  const isGone = (index: number) =>
    (is(index, 'left') && isOfWriter(answer, index)) ||
    (is(index, 'gone', 'idle', 'left') && isOfInvitee(answer, index));
  const isSaid = (index: number) =>
    is(index, 'notMe') || ((is(index, 'notMeShort') || isWrong(index)) && isLed(index)) || isGone(index);
  if (items.some((index) => isSaid(index) && isWhole(index))) return true;
  const isPlain = items.every((index) => is(index, ...handingOn) || answer.isName(index) || answer.isEmail(index));
  if (!isPlain) return false;
  const isNamed = person?.name !== undefined || some('somebody');
  return some('takesOver') || (some('ask', 'forward') && some('instead') && isNamed) || (some('forward') && isNamed);
}

/** A question that is not “could you ask Anna?”. */
function asksSomethingElse(answer: Answer, items: readonly number[]): boolean {
  if (!answer.isQuestion) return false;
  const inQuestion = items.filter((index) => answer.isInQuestion(index));
  // An address right before its mark hides the question.
  const asked = inQuestion.length > 0 ? inQuestion : items;
  return !asked.some((index) => answer.isKind(index, 'ask', 'forward'));
}
