import { readAnswer } from './answers/answerReader.ts';

/** What stands below a closing is a name and a title at most. */
const longestBelow = 60;
const nameAlone = /^\p{Lu}[\p{L}'’-]*\.?(?:\s+\p{Lu}[\p{L}'’-]*\.?){0,3}$/u;

/**
 * @param text what somebody wrote in their own words.
 * @returns it without the thanks, the closing and the signature below it: what is passed on to somebody else as their
 *   message. Empty when there is nothing else.
 */
export function withoutClosing(text: string): string {
  const { answer } = readAnswer(text, 'decision', {});
  const { items } = answer;
  let end = answer.signatureAt;
  for (let at = 0; at < items.length; at++) {
    const start = answer.startOf(at);
    if (start >= end) break;
    const isEnd = answer.isKind(at, 'closing', 'footer', 'courtesy') || answer.isDisclaimer(at);
    if (!isEnd || !(at === 0 || answer.isSeparated(at))) continue;
    let next = at + 1;
    while (next < items.length && answer.isKind(next, 'courtesy', 'closing', 'vocative', 'greeting', 'and')) next++;
    const below = answer.text.slice(answer.startOf(next), answer.signatureAt).trim();
    const isSigned = next === items.length || nameAlone.test(below) || answer.isSignature(next);
    if ((next < items.length && at === 0) || below.length > longestBelow || !isSigned) continue;
    end = start;
  }
  return answer.text.slice(0, end).trim();
}
