import { readDecision } from '../language/readDecision.ts';
import { smallTalk } from '../language/smallTalk.ts';
import { openRequests } from '../onboarding/openRequests.ts';
import { beginsAsDecision } from './beginsAsDecision.ts';
import { decisionOn } from './decisionOn.ts';
import { isNamed } from './isNamed.ts';
import { mayBeOfPerson } from './mayBeOfPerson.ts';
import type { Scene } from './stage.ts';
import type { Understood } from './understood.ts';

/**
 * @param isUnfinished whether a form is open: a bare yes or no is for that.
 * @returns whether a sentence is a decision, by somebody for whom requests wait, or speaks of one who asks.
 */
export async function decidesRequest(
  { house, turn }: Scene,
  understood: Understood,
  isUnfinished: boolean,
): Promise<boolean> {
  const { text, language, mentioned } = understood;
  if (smallTalk(text) !== undefined) return false;
  const { decision, roles } = readDecision(text, { language });
  // "Approve Giulia": whether that is a decision, only her request tells.
  const begins = beginsAsDecision(text);
  const isBeside = isUnfinished && !(decision === 'approve' && roles.length > 0);
  const isDecision = decision === 'unclear' ? begins : !isBeside;
  const isOfPerson = !isUnfinished && mayBeOfPerson(understood);
  if (!isDecision && !isOfPerson) return false;
  const requests = await openRequests(house, turn.actor);
  // Of who has asked something is mostly said in answer: "Giulia is fine".
  if (isOfPerson && requests.some(({ requester }) => isNamed(requester, mentioned))) return true;
  if (!isDecision) return false;
  // "Approve all" is on nobody who asked: those that wait are shown.
  return requests.some((request) => begins || decisionOn(text, request, { language }));
}
