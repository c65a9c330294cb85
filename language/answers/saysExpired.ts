import type { Answer } from './answer.ts';
import { clauseOf } from './clauseOf.ts';
import { isOfThing } from './isOfThing.ts';

const beside = ['courtesy', 'regret', 'vocative', 'greeting', 'title', 'because', 'beside', 'lead', 'no', 'before'];

/**
 * Whether it is the link or the invitation that is said to have expired at a place, or nothing is named. A password,
 * a contract, a certificate expire too, and another link, which kills the good one, helps nobody with those. Nor is
 * anything said of a link by “Marco no longer works”, or by “I don't think the link has expired”.
 */
export function saysExpired(answer: Answer, at: number): boolean {
  const { from, to } = clauseOf(answer, at);
  const is = answer.isKind.bind(answer);
  const first = (kind: string, start: number, end: number) => {
    for (let index = start; index < end; index++) if (is(index, kind)) return index;
    return undefined;
  };
  if (first('doubted', from, at) !== undefined) return false;
  if (is(at, 'idle')) return isOfThing(answer, at) && first('thing', from, at) === undefined;
  if (at > from && is(at - 1, 'person')) return false;
  const link = first('link', from, at) ?? first('receivedLink', from, at);
  const thing = first('thing', from, at);
  // "The link to my account has expired"; not "the page of the link says that my account has".
  if (link !== undefined) return thing === undefined || (link < thing && is(link + 1, 'beside', 'before'));
  if (thing !== undefined) return false;
  if (first('link', at + 1, to) !== undefined) return true;
  if (first('thing', 0, answer.items.length) !== undefined) return false;
  for (let index = from; index < at; index++) {
    if (is(index, 'person')) return false;
    // A name is that of whom it is said to: "Hello Giulia, it has expired", "Giulia it has expired".
    if (answer.isName(index) ? index === at - 1 && !isGreeted(answer, from, index) : !is(index, ...beside))
      return false;
  }
  return true;
}

/** Whether a name is that of somebody who is greeted: “Ciao Marco non funziona”. */
function isGreeted(answer: Answer, from: number, at: number): boolean {
  let first = at;
  while (first > from && (answer.isName(first - 1) || answer.isKind(first - 1, 'title'))) first--;
  return first > from && answer.isKind(first - 1, 'greeting', 'vocative', 'courtesy');
}
