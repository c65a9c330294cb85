import type { Answer } from './answer.ts';

/** What is no part of a reason, whatever words are in it. */
const beside = ['regret', 'courtesy', 'vocative'];

/**
 * Whether a reason bears a bare "no" out, which may answer anything: "no, she left the company" denies, "no, I have no
 * objection" approves, "no, next week" does neither. It has to hold a ground for a no, and nothing that speaks for the
 * request, of the writer or of somebody else who decides, or of what is wanted instead. A negation turns what would speak
 * for the request into a ground ("she does not need it"), and a ground into none ("she is not leaving"). What the matter
 * is about ("no, budget") is a ground only where no more is said of it.
 *
 * @param first index of the reason's first item.
 * @param end index behind its last.
 */
export function bearsOutNo(answer: Answer, first: number, end: number): boolean {
  let isBorneOut = false;
  /** Something has to follow that is denied. */
  let isNegated = false;
  /** What else stands in this clause is denied too. */
  let isWithinDenied = false;
  for (let at = first; at < end; at++) {
    if (at > first && answer.isSeparated(at)) {
      if (isNegated) return false;
      isWithinDenied = false;
    }
    if (answer.isKind(at, ...beside)) continue;
    if (answer.isKind(at, 'deny')) {
      if (!answer.isKind(at, 'bare')) {
        isBorneOut = true;
        continue;
      }
      // "No, she left. No." says it again; in "she never left" it belongs to what follows.
      if (at + 1 >= end || answer.isSeparated(at + 1)) continue;
    }
    for (const kinds of answer.reasonsAt(at)) {
      if (kinds.has('undoes')) return false;
      if (kinds.has('alone') && isAlone(answer, at, first, end)) {
        isBorneOut = true;
        continue;
      }
      if (isNegated && kinds.has('between')) continue;
      if (kinds.has('negates') || kinds.has('against')) {
        if (isNegated) return false;
        isNegated = kinds.has('negates');
        isBorneOut ||= !isNegated;
      } else if (isNegated) {
        if (!kinds.has('favours') && !kinds.has('lacking')) return false;
        isBorneOut = isWithinDenied = true;
        isNegated = false;
      } else if (kinds.has('joins')) isWithinDenied = false;
      else if (kinds.has('favours') && !isWithinDenied) return false;
    }
  }
  return isBorneOut && !isNegated;
}

/** Whether an item is all that a reason says, apart from courtesies. */
function isAlone(answer: Answer, at: number, first: number, end: number): boolean {
  for (let other = first; other < end; other++) {
    if (other !== at && !answer.isKind(other, ...beside)) return false;
  }
  return true;
}
