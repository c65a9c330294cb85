import { readDecision } from '../language/readDecision.ts';
import { smallTalk } from '../language/smallTalk.ts';
import { openRequests } from '../onboarding/openRequests.ts';
import { beginsAsDecision } from './beginsAsDecision.ts';
import { decisionOn } from './decisionOn.ts';
import type { Scene } from './stage.ts';
import type { Understood } from './understood.ts';

/**
 * @param isUnfinished whether a form is open: a bare yes or no is for that.
 * @returns whether a sentence is a decision, by somebody for whom requests wait.
 */
export async function decidesRequest(
  { house, turn }: Scene,
  { text, language }: Understood,
  isUnfinished: boolean,
): Promise<boolean> {
  if (smallTalk(text) !== undefined) return false;
  const { decision, roles } = readDecision(text, { language });
  // "Approve Giulia": whether that is a decision, only her request tells.
  const begins = beginsAsDecision(text);
  if (decision === 'unclear' ? !begins : isUnfinished && !(decision === 'approve' && roles.length > 0)) return false;
  const requests = await openRequests(house, turn.actor);
  // "Approve all" is on nobody who asked: those that wait are shown.
  return requests.some((request) => begins || decisionOn(text, request, { language }));
}
