import assert from 'node:assert/strict';
import type { Refusal } from '../../onboarding/refusal.ts';

/** @returns the refusal of a result; fails when it was none, or one for another reason. */
export function refusalOf<Reason extends Refusal['reason']>(
  result: { outcome: string } | { outcome: 'refused'; refusal: Refusal },
  reason: Reason,
): Extract<Refusal, { reason: Reason }> {
  assert.equal(result.outcome, 'refused', JSON.stringify(result));
  const { refusal } = result as { refusal: Refusal };
  assert.equal(refusal.reason, reason, JSON.stringify(refusal));
  return refusal as Extract<Refusal, { reason: Reason }>;
}

/** @returns the result, which must have this outcome. */
export function outcomeOf<Result extends { outcome: string }, Outcome extends Result['outcome']>(
  result: Result,
  outcome: Outcome,
): Extract<Result, { outcome: Outcome }> {
  assert.equal(result.outcome, outcome, JSON.stringify(result));
  return result as Extract<Result, { outcome: Outcome }>;
}
