import type { AccountFinding } from '../onboarding/findAdministrator.ts';
import { denialInWords } from './denialInWords.ts';
import { invitationInWords } from './invitationInWords.ts';
import { dayInWords, type Reader, rolesInWords } from './inWords.ts';

/**
 * @returns what is to be said first of how somebody stands with an account: that they are in; or their invitation, and what
 *   has become of their request for one. Empty where there is nothing yet.
 */
export function standingInWords(
  { yourRoles, yourInvitation, yourRequest, yourDenial, account: { organization } }: AccountFinding,
  reader: Reader,
): string[] {
  const words = reader.texts.findAdministrator;
  if (yourRoles.length > 0) return [words.youAreIn({ organization, roles: rolesInWords(yourRoles, reader) })];
  return [
    ...(yourInvitation ? invitationInWords(yourInvitation, reader) : []),
    ...(yourRequest ? [words.requestWaiting({ when: dayInWords(yourRequest.at, reader) })] : []),
    ...(yourDenial ? denialInWords(yourDenial, reader) : []),
  ];
}
