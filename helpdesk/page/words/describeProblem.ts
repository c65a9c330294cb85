import { Refused } from '../api/Refused.ts';
import type { PageTexts } from './loadTexts.ts';

/** @returns what went wrong, in words, and the reference to tell, if there is one. */
export function describeProblem(t: PageTexts['helpdesk'], problem: unknown): { text: string; reference?: string } {
  if (!(problem instanceof Refused)) return { text: t.faults.unreachable };
  const { refused, by, reference } = problem.refusal;
  if (refused === 'joinedByOther') {
    return { text: by ? t.refusals.joinedByOther({ by }) : t.refusals.joinedBySomebody };
  }
  const text = t.refusals[refused] ?? t.refusals.failed;
  return reference === undefined ? { text } : { text, reference };
}
