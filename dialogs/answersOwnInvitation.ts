import type { Actor } from '../onboarding/actor.ts';
import { hasAccess } from '../onboarding/hasAccess.ts';
import type { House } from '../onboarding/house.ts';
import { answerToInvitation } from './answerToInvitation.ts';
import { readAnswer } from './readAnswer.ts';
import type { Understood } from './understood.ts';

/**
 * @returns how somebody for whom an invitation waits, and who is not in, answers it; undefined where they do not, or say
 *   but a yes or a no, which may answer anything.
 */
export async function answersOwnInvitation(
  house: House,
  actor: Actor,
  { text, data }: Pick<Understood, 'text' | 'data'>,
): Promise<ReturnType<typeof answerToInvitation>> {
  if (data.emails.length > 0 || readAnswer(text) !== undefined) return undefined;
  const answer = answerToInvitation(text);
  if (answer === undefined) return undefined;
  const { accounts, invitations } = await hasAccess(house, actor);
  return accounts.length === 0 && invitations.length > 0 ? answer : undefined;
}
