import { readInvitationAnswer } from '../language/readInvitationAnswer.ts';

/**
 * @returns what a text would say in answer to an invitation: that its writer wants it, or does not (“I am not interested”,
 *   “I am not the right person”). Here it does neither: it may be about anything.
 */
export function answerToInvitation(text: string): 'accepts' | 'declines' | undefined {
  switch (readInvitationAnswer(text).answer) {
    case 'accept':
      return 'accepts';
    case 'decline':
    case 'notMe':
      return 'declines';
    default:
      return undefined;
  }
}
