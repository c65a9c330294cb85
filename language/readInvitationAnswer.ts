import type { Answer, Requester } from './answers/answer.ts';
import { readAnswer } from './answers/answerReader.ts';
import { endOfAnswer } from './answers/endOfAnswer.ts';
import { isPlainAcceptance } from './answers/isPlainAcceptance.ts';
import { isPlainDecline } from './answers/isPlainDecline.ts';
import { isPlainThanks } from './answers/isPlainThanks.ts';
import { personToAsk } from './answers/personToAsk.ts';
import { saysExpired } from './answers/saysExpired.ts';
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
  const { answer, isDoubtful, language, languageSure } = readAnswer(text, 'invitation', about);
  const found = isDoubtful ? undefined : meaningOf(answer);
  if (!found) {
    return { answer: 'unclear', reason: '', language, languageSure, confidence: answer.items.length === 0 ? 1 : 0.7 };
  }
  const person = found.meaning === 'notMe' ? personToAsk(answer) : undefined;
  return {
    answer: found.meaning,
    ...(person ? { person } : {}),
    reason: found.meaning === 'decline' ? shortened(answer.text.slice(...reasonOf(answer, found.at))) : '',
    language,
    languageSure,
    confidence: 0.9,
  };
}

type Meaning = Exclude<InvitationAnswer['answer'], 'unclear'>;

function meaningOf(answer: Answer): { meaning: Meaning; at: number } | undefined {
  /** The first place of each kind that is told and not asked. */
  const said = new Map<string, number>();
  const asked = new Set<string>();
  /** A link is spoken of that works, or has not expired, or is not wanted: no walk is asked for. */
  let isHappy = answer.items.some((_, at) => answer.isKind(at, 'doubted', 'works') && !answer.isInQuestion(at));
  const speaksOfThing = answer.items.some((_, at) => answer.isKind(at, 'thing'));
  for (let at = 0; at < answer.items.length; at++) {
    for (const kind of [
      'decline',
      'no',
      'expired',
      'idle',
      'resend',
      'resendIt',
      'elsewhere',
      'accept',
      'not',
      'works',
    ]) {
      if (!answer.isKind(at, kind)) continue;
      if ((kind === 'expired' || kind === 'idle') && !saysExpired(answer, at)) continue;
      // "My password has expired, send me a new one."
      if (kind === 'resendIt' && speaksOfThing) continue;
      // "Please do not send me another link."
      if (kind.startsWith('resend') && answer.isKind(at - 1, 'needless') && !answer.isSeparated(at)) {
        isHappy = true;
        continue;
      }
      if (answer.isInQuestion(at)) asked.add(kind);
      else if (!said.has(kind)) said.set(kind, at);
    }
  }
  const at = (kind: string) => said.get(kind) ?? 0;
  if (said.has('not') || asked.has('not')) return undefined;
  if (saysNotMe(answer)) return { meaning: 'notMe', at: 0 };
  const isThanks = isPlainThanks(answer);
  const wantsAnother = ['resend', 'resendIt'];
  const isDead = ['expired', 'idle'].some((kind) => said.has(kind));
  const isExpired = isDead || wantsAnother.some((kind) => said.has(kind) || (asked.has(kind) && !said.has('decline')));
  if (said.has('decline')) {
    const isPlain = !isExpired && !said.has('accept') && isPlainDecline(answer, at('decline'));
    if (isPlain) return { meaning: 'decline', at: at('decline') };
    if (isThanks) return { meaning: 'thanks', at: 0 };
    return isHalfDeclined(answer, at('decline')) && !isExpired ? { meaning: 'forPerson', at: 0 } : undefined;
  }
  // "My boss has left the company, whom do I ask?" is for the walks, as long as no link is asked for.
  if (saysSomebodyGone(answer)) return answer.isQuestion && !isExpired ? undefined : { meaning: 'forPerson', at: 0 };
  if (isThanks) return { meaning: 'thanks', at: 0 };
  const speaksOfEnd = answer.items.some((_, at) => answer.isKind(at, 'expired', 'idle', 'resend', 'resendIt'));
  // "It did not work yesterday, but now it does", "I don't think the link has expired".
  if (isHappy && speaksOfEnd && !answer.isQuestion && (!isExpired || said.has('works'))) {
    return { meaning: 'forPerson', at: 0 };
  }
  if (said.has('works') || asked.has('works')) return undefined;
  // Another link goes to the address of the invitation; to another one only a person can help.
  if (isExpired) return said.has('elsewhere') ? undefined : { meaning: 'expired', at: at('expired') };
  if (isPlainAcceptance(answer)) return { meaning: 'accept', at: 0 };
  if (said.has('accept')) return undefined;
  // "No", and nothing else.
  if (said.get('no') === 0 && !answer.isQuestion && endOfAnswer(answer, 0) === 1) return { meaning: 'decline', at: 0 };
  return undefined;
}

/** Whether something is declined, and nothing tells that more, or something else, is wanted: “I have an account, I don't need it”. */
function isHalfDeclined(answer: Answer, at: number): boolean {
  if (answer.isQuestion) return false;
  return answer.items.every(
    (_, index) => index === at || !answer.isKind(index, 'otherwise', 'accept', 'resend', 'resendIt'),
  );
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
