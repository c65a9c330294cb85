import type { Decision } from '../language/decision.ts';
import { readDecision } from '../language/readDecision.ts';
import type { RequestView } from '../onboarding/views.ts';

/**
 * Reads a typed sentence as the answer to a request that waits.
 *
 * @param missingRole a role is enough: the request stands before the writer.
 * @returns the decision, or undefined where the sentence is none, or names somebody else than who asks.
 */
export function decisionOn(
  text: string,
  { requester, roles }: RequestView,
  { language, missingRole = false }: { language: string; missingRole?: boolean },
): Decision | undefined {
  const decision = readDecision(text, {
    language,
    requester,
    asked: roles,
    ...(missingRole && { missing: 'role' }),
  });
  return decision.decision === 'unclear' ? undefined : decision;
}
