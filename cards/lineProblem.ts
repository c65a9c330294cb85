import { listInWords } from '../language/wording.ts';
import type { CheckedLine } from '../onboarding/checkPeople.ts';
import { type Reader, refusalInWords } from './inWords.ts';

/** @returns why a line of a list is left out, in one or two sentences; undefined when nothing is wrong with it. */
export function lineProblem({ problems, refusal }: CheckedLine, reader: Reader): string | undefined {
  const { texts } = reader;
  if (problems.length > 0) {
    const byProblem = new Map<string, string[]>();
    for (const { field, problem } of problems) {
      // About the line as a whole: no field is to be named.
      if (problem === 'noAddress' || problem === 'severalAddresses') return texts.problems[problem];
      const said = texts.problems[problem];
      byProblem.set(said, [...(byProblem.get(said) ?? []), fieldLabel(field, reader)]);
    }
    return [...byProblem].map(([said, labels]) => `${listInWords(labels, reader.language)}: ${said}`).join(' ');
  }
  if (!refusal) return undefined;
  // The card as a whole asks about addresses outside the domains; a line only says what is the matter.
  if (refusal.reason === 'outsideDomain') return texts.inviteMany.result.outsideDomain;
  return refusalInWords(refusal, reader);
}

function fieldLabel(field: string, { texts }: Reader): string {
  const labels: Record<string, unknown> = texts.fields;
  const label = labels[field];
  return typeof label === 'string' ? label : field;
}
