import { Refused } from './Refused.ts';

/** @returns whether what was asked for is not there: it never was, or it has been erased. */
export function isNotFound(problem: unknown): boolean {
  return problem instanceof Refused && problem.refusal.refused === 'notFound';
}
