import type { Answer } from './answer.ts';

/** @returns the index of the first item of what stands below an answer (a signature, small print), from `from` on. */
export function endOfAnswer(answer: Answer, from: number): number {
  for (let at = from + 1; at < answer.items.length; at++) {
    if (answer.startOf(at) >= answer.signatureAt || answer.isDisclaimer(at)) return at;
    if ((answer.isKind(at, 'closing') && answer.isEndOfSentence(at)) || answer.isKind(at, 'footer')) return at;
    if (answer.isEndOfSentence(at) && answer.isName(at) && answer.isSignature(at)) return at;
    if (answer.isInitials(at)) return at;
  }
  return answer.items.length;
}
