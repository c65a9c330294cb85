import type { Answer } from './answer.ts';
import { bearsOutNo } from './bearsOutNo.ts';
import { endOfAnswer } from './endOfAnswer.ts';

/** An answer that denies and nothing else. */
export interface Denial {
  /** Where in the answer the reason stands; from 0 to 0 when there is none. */
  reason: { start: number; end: number };
}

/** What may stand before the word that denies. */
const before = ['courtesy', 'regret', 'vocative', 'greeting', 'greetingOthers', 'title', 'mild', 'but'];
/** What may stand right after it without being the reason. */
const after = ['deny', 'courtesy', 'regret', 'vocative', 'object', 'both', 'bothRoles', 'allRoles', 'forThem', 'them'];

/**
 * Reads an answer as a denial: it begins with a known way to deny, and what follows, the reason, is free as long as
 * nothing in it agrees, doubts, asks, names a role or, in the same sentence, sets a condition. Where nothing denies in so
 * many words, or the writer says that they cannot approve, which a broken button may keep them from, the reason has to
 * bear the "no" out.
 *
 * @returns undefined when it does not deny, or not for sure.
 */
export function readDenial(answer: Answer): Denial | undefined {
  const { items } = answer;
  const is = answer.isKind.bind(answer);
  let at = 0;
  while (at < items.length && !is(at, 'deny') && (is(at, ...before) || answer.isName(at))) at++;
  const heardAt = isHeard(answer, at) ? at++ : undefined;
  if (at === items.length) return undefined;
  const isLast = !is(at, 'deny');
  const denies = isLast ? lastDenial(answer, at) : at;
  if (denies === undefined) return undefined;
  // "No. 5", "never denied".
  if (answer.isPlainNumber(denies + 1) || answer.isPlainNumber(denies + 2)) return undefined;
  if (is(denies, 'not') && is(denies + 1, 'deny') && !answer.isSeparated(denies + 1) && isDouble(answer, denies))
    return undefined;
  for (let i = 0; i <= denies; i++) if (answer.hasForeignSign(i)) return undefined;
  const first = at;
  const end = endOfAnswer(answer, denies);
  if (!isSure(answer, first, end, heardAt)) return undefined;
  if (isLast) {
    for (let i = denies; i < end; i++) if (!is(i, ...after, 'closing')) return undefined;
    const behind = is(denies - 1, 'therefore', 'and') ? denies - 1 : denies;
    const isConcluded = behind < denies && is(behind, 'therefore') && isSaid(answer, denies) && !is(denies, 'unable');
    if (!isConcluded && !bearsOutNo(answer, first, behind)) return undefined;
    return { reason: { start: answer.startOf(first), end: answer.endOf(behind - 1) } };
  }

  at = denies;
  let isBare = true;
  let isForSomebody = false;
  let separated = 0;
  while (at < end) {
    if (at > denies && answer.isSeparated(at) && !is(at, 'deny')) separated = at;
    if (is(at, 'deny') && !is(at, 'bare', 'unable')) isBare = false;
    if (is(at, ...after)) {
      const next = is(at, 'deny') ? answer.personAt(at + 1, at + 1) : at + 1;
      if (next === undefined) return undefined;
      if (next > at + 1) isForSomebody = true;
      at = next;
    } else if (answer.isPossessive(at)) at++;
    else if (is(at, 'for') && answer.personAt(at + 1, at + 1) !== at + 1) {
      const next = answer.personAt(at + 1, at + 1);
      // Somebody else's request, or two people's.
      if (next === undefined || isForSomebody) return undefined;
      isForSomebody = true;
      at = next;
    } else break;
  }
  if (at >= end) return { reason: { start: 0, end: 0 } };
  if (answer.isSeparated(at) && answer.isName(at) && answer.isSignature(at)) return { reason: { start: 0, end: 0 } };
  const isIntroduced = is(at, 'because', 'therefore');
  if (!isIntroduced && !answer.isSeparated(at) && !is(at, 'comment', 'reason')) {
    // "No, that person is unknown to us".
    if (separated === 0) return undefined;
    at = separated;
  }
  while (is(at, 'because', 'therefore')) at++;
  if (at >= end || (isBare && !bearsOutNo(answer, at, end))) return undefined;
  return { reason: { start: answer.startOf(at), end: answer.endOf(lastOfReason(answer, at, end)) } };
}

/** Whether an answer goes on to deny in so many words after "ok", with which it has only been heard: "ok, denied". */
function isHeard(answer: Answer, at: number): boolean {
  return answer.isKind(at, 'heard') && answer.isSeparated(at + 1) && isSaid(answer, at + 1);
}

/** Whether a wording denies in so many words. */
function isSaid(answer: Answer, at: number): boolean {
  return answer.isKind(at, 'deny') && !answer.isKind(at, 'bare');
}

/** @returns the index of what denies behind its reason: "she is leaving, so no", "I do not know her, denied". */
function lastDenial(answer: Answer, from: number): number | undefined {
  for (let at = from + 1; at < answer.items.length; at++) {
    if (answer.isKind(at, 'deny') && answer.isKind(at - 1, 'therefore')) return at;
    if (isSaid(answer, at) && (answer.isSeparated(at) || answer.isKind(at - 1, 'and'))) return at;
  }
  return undefined;
}

/** "Never deny" is no denial; "no no" is. */
function isDouble(answer: Answer, at: number): boolean {
  const [first, second] = [at, at + 1].map((index) => answer.textOf(index));
  return first?.toLowerCase() !== second?.toLowerCase() && !/^no?n?\b/i.test(second ?? '');
}

/** Whether nothing in the answer agrees, doubts or sets a condition, apart from the "ok" with which it begins. */
function isSure(answer: Answer, from: number, end: number, heardAt: number | undefined): boolean {
  const { items } = answer;
  let isFirstSentence = true;
  for (let at = 0; at < items.length; at++) {
    const is = (...kinds: string[]) => answer.isKind(at, ...kinds);
    if (at > from && answer.isEndOfSentence(at)) isFirstSentence = false;
    if (at === heardAt) continue;
    if (is('approve', 'transitive', 'yes', 'command', 'give', 'unopposed', 'doubt') && !is('deny', 'courtesy'))
      return false;
    if (at >= end) continue;
    if (is('role')) return false;
    if (isFirstSentence && at > from && is('condition')) return false;
  }
  return true;
}

/** The reason without the courtesies at its end. */
function lastOfReason(answer: Answer, from: number, end: number): number {
  let last = end - 1;
  while (last > from && answer.isKind(last, 'courtesy', 'regret', 'vocative', 'deny', 'mild')) {
    last--;
  }
  return last;
}
