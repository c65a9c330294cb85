import type { Answer } from './answer.ts';
import { clauseOf } from './clauseOf.ts';

const beside = ['courtesy', 'regret', 'vocative', 'greeting', 'title', 'because', 'beside', 'lead', 'no', 'before'];

/**
 * Whether it is the link or the invitation that is said to have expired at a place, or nothing is named. A password,
 * a contract, a certificate expire too, and another link, which kills the good one, helps nobody with those.
 */
export function saysExpired(answer: Answer, at: number): boolean {
  const { from, to } = clauseOf(answer, at);
  const is = answer.isKind.bind(answer);
  const first = (kind: string, start: number, end: number) => {
    for (let index = start; index < end; index++) if (is(index, kind)) return index;
    return undefined;
  };
  const link = first('link', from, at);
  const thing = first('thing', from, at);
  // "The link to my account has expired"; not "the page of the link says that my account has".
  if (link !== undefined) return thing === undefined || (link < thing && is(link + 1, 'beside', 'before'));
  if (thing !== undefined) return false;
  if (first('link', at + 1, to) !== undefined) return true;
  if (first('thing', 0, answer.items.length) !== undefined) return false;
  for (let index = from; index < at; index++) if (!is(index, ...beside) && !answer.isName(index)) return false;
  return true;
}
