import type { Answer } from './answers/answer.ts';
import { readAnswer } from './answers/answerReader.ts';
import { endOfAnswer } from './answers/endOfAnswer.ts';
import { isPlainAcceptance } from './answers/isPlainAcceptance.ts';
import { isPlainDecline } from './answers/isPlainDecline.ts';
import { personToAsk } from './answers/personToAsk.ts';
import { saysExpired } from './answers/saysExpired.ts';
import { saysNotMe } from './answers/saysNotMe.ts';
import { shortened } from './answers/shortened.ts';
import type { InvitationAnswer } from './decision.ts';

/**
 * Reads what somebody answers to an invitation: they accept or decline it, their link does not work any more, or they
 * are not the right person and may name another.
 *
 * A wrong decline is the worst failure here: a person loses the way in. It must be one to its last word.
 *
 * @returns `unclear` for anything else, for questions, and for answers that say two things.
 */
export function readInvitationAnswer(text: string, hint: { language?: string } = {}): InvitationAnswer {
  const { answer, isDoubtful, language, languageSure } = readAnswer(text, 'invitation', hint);
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
  const speaksOfThing = answer.items.some((_, at) => answer.isKind(at, 'thing'));
  for (let at = 0; at < answer.items.length; at++) {
    for (const kind of ['decline', 'no', 'expired', 'resend', 'resendIt', 'elsewhere', 'accept', 'not']) {
      if (!answer.isKind(at, kind)) continue;
      if (kind === 'expired' && !saysExpired(answer, at)) continue;
      // "My password has expired, send me a new one."
      if (kind === 'resendIt' && speaksOfThing) continue;
      if (answer.isInQuestion(at)) asked.add(kind);
      else if (!said.has(kind)) said.set(kind, at);
    }
  }
  const at = (kind: string) => said.get(kind) ?? 0;
  if (said.has('not') || asked.has('not')) return undefined;
  if (saysNotMe(answer)) return { meaning: 'notMe', at: 0 };
  const wantsAnother = ['resend', 'resendIt'];
  const isExpired =
    said.has('expired') || wantsAnother.some((kind) => said.has(kind) || (asked.has(kind) && !said.has('decline')));
  if (said.has('decline')) {
    const isPlain = !isExpired && !said.has('accept') && isPlainDecline(answer, at('decline'));
    return isPlain ? { meaning: 'decline', at: at('decline') } : undefined;
  }
  // Another link goes to the address of the invitation; to another one only a person can help.
  if (isExpired) return said.has('elsewhere') ? undefined : { meaning: 'expired', at: at('expired') };
  if (isPlainAcceptance(answer)) return { meaning: 'accept', at: 0 };
  if (said.has('accept')) return undefined;
  // "No", and nothing else.
  if (said.get('no') === 0 && !answer.isQuestion && endOfAnswer(answer, 0) === 1) return { meaning: 'decline', at: 0 };
  return undefined;
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
