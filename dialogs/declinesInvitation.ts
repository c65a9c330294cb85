import { readInvitationAnswer } from '../language/readInvitationAnswer.ts';

/** @returns whether a text says that its writer does not want an invitation: “I am not interested”. It declines nothing. */
export function declinesInvitation(text: string): boolean {
  return readInvitationAnswer(text).answer === 'decline';
}
