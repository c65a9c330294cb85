import type { Answer, Requester } from './answers/answer.ts';
import { readAnswer } from './answers/answerReader.ts';
import { endOfAnswer } from './answers/endOfAnswer.ts';
import { isPlainAcceptance } from './answers/isPlainAcceptance.ts';
import { isPlainDecline } from './answers/isPlainDecline.ts';
import { isPlainThanks } from './answers/isPlainThanks.ts';
import { personToAsk } from './answers/personToAsk.ts';
import { SaidOfInvitation } from './answers/saidOfInvitation.ts';
import { saysNotMe } from './answers/saysNotMe.ts';
import { saysSomebodyGone } from './answers/saysSomebodyGone.ts';
import { shortened } from './answers/shortened.ts';
import type { InvitationAnswer } from './decision.ts';

/**
 * Reads what somebody answers to an invitation: they accept or decline it, their link does not work any more, or they
 * are not the right person and may name another.
 *
 * A wrong decline is the worst failure here: a person loses the way in. It must be one to its last word. The next is
 * another link that nobody asked for: it kills the good one, or goes to the mailbox of somebody who has left.
 *
 * @param hint.invitee whom the invitation was sent to, so that it is known when it is them who are said to have left.
 * @returns `unclear` for anything else, for questions, and for answers that say two things.
 */
export function readInvitationAnswer(
  text: string,
  { invitee, ...hint }: { language?: string; invitee?: Requester } = {},
): InvitationAnswer {
  const about = { ...hint, ...(invitee && { requester: invitee }) };
  const { answer, isDoubtful, tellLanguage } = readAnswer(text, 'invitation', about);
  const { language, languageSure } = tellLanguage();
  const found = isDoubtful ? undefined : meaningOf(answer);
  if (!found) {
    return { answer: 'unclear', reason: '', language, languageSure, confidence: answer.items.length === 0 ? 1 : 0.7 };
  }
  const person = found.meaning === 'notMe' ? personToAsk(answer) : undefined;
  return {
    answer: found.meaning,
    ...(person ? { person } : {}),
    reason: shortened(reasonGiven(answer, found)),
    language,
    languageSure,
    confidence: 0.9,
  };
}

interface Meaning {
  meaning: Exclude<InvitationAnswer['answer'], 'unclear'>;
  /** The place that says so. */
  at: number;
}

function meaningOf(answer: Answer): Meaning | undefined {
  const said = new SaidOfInvitation(answer);
  if (said.tellsOrAsks('not')) return undefined;
  if (saysNotMe(answer)) return { meaning: 'notMe', at: 0 };
  const declineAt = said.at('decline');
  if (declineAt !== undefined) return meaningOfDecline(answer, said, declineAt);
  // "My boss has left the company, whom do I ask?" is for the walks, as long as no link is asked for.
  if (saysSomebodyGone(answer)) {
    return answer.isQuestion && !said.wantsLink ? undefined : { meaning: 'forPerson', at: 0 };
  }
  if (isPlainThanks(answer)) return { meaning: 'thanks', at: 0 };
  if (isHappyWithLink(answer, said)) return { meaning: 'forPerson', at: 0 };
  if (said.tellsOrAsks('works')) return undefined;
  // Another link goes to the address of the invitation; to another one only a person can help.
  if (said.wantsLink) return said.tells('elsewhere') ? undefined : { meaning: 'expired', at: said.at('expired') ?? 0 };
  if (isPlainAcceptance(answer)) return { meaning: 'accept', at: 0 };
  return isBareNo(answer, said) ? { meaning: 'decline', at: 0 } : undefined;
}

function meaningOfDecline(answer: Answer, said: SaidOfInvitation, at: number): Meaning | undefined {
  const isOnly = !said.wantsLink && !said.tells('accept');
  if (isOnly && isPlainDecline(answer, at)) return { meaning: 'decline', at };
  if (isPlainThanks(answer)) return { meaning: 'thanks', at: 0 };
  return isHalfDeclined(answer, at) && !said.wantsLink ? { meaning: 'forPerson', at: 0 } : undefined;
}

/** Whether something is declined, and nothing tells that more, or something else, is wanted: “I have an account, I don't need it”. */
function isHalfDeclined(answer: Answer, at: number): boolean {
  if (answer.isQuestion) return false;
  return answer.items.every(
    (_, index) => index === at || !answer.isKind(index, 'otherwise', 'accept', 'resend', 'resendIt'),
  );
}

/** “It did not work yesterday, but now it does”, “I don't think the link has expired”: no walk is asked for. */
function isHappyWithLink(answer: Answer, said: SaidOfInvitation): boolean {
  const speaksOfEnd = answer.items.some((_, at) => answer.isKind(at, 'expired', 'idle', 'resend', 'resendIt'));
  return said.isHappy && speaksOfEnd && !answer.isQuestion && (!said.wantsLink || said.tells('works'));
}

/** “No”, and nothing else. */
function isBareNo(answer: Answer, said: SaidOfInvitation): boolean {
  return said.at('no') === 0 && !said.tells('accept') && !answer.isQuestion && endOfAnswer(answer, 0) === 1;
}

/** @returns why it is declined; of somebody who has left, the sentence that says so. */
function reasonGiven(answer: Answer, { meaning, at }: Meaning): string {
  if (meaning === 'decline') return answer.text.slice(...reasonOf(answer, at));
  const gone = answer.items.findIndex((_, index) => answer.isKind(index, 'gone', 'left', 'idle'));
  return meaning === 'notMe' && gone >= 0 ? answer.sentenceAt(gone) : '';
}

/** What stands behind the words that decline, up to the signature. */
function reasonOf(answer: Answer, at: number): [number, number] {
  const { items } = answer;
  let from = at + 1;
  while (from < items.length && !answer.isSeparated(from) && !answer.isKind(from, 'because')) from++;
  while (from < items.length && answer.isKind(from, 'because', 'courtesy')) from++;
  let end = from;
  while (end < items.length && !(answer.isEndOfSentence(end) && end > from)) end++;
  if (from >= items.length || answer.startOf(from) >= answer.signatureAt) return [0, 0];
  if (answer.isKind(from, 'closing', 'footer', 'greeting', 'ask') || answer.isName(from)) {
    return [0, 0];
  }
  return [answer.startOf(from), answer.endOf(end - 1)];
}
