import { invitationSent } from '../cards/invitationSent.ts';
import type { InvitationView } from '../onboarding/views.ts';
import type { InviteStage } from './inviteUserState.ts';

/**
 * Tells that an invitation went out; *Invite another* keeps the language, the country and the roles.
 *
 * @param how which title the card has, and the sentence that says what happened.
 * @returns that sentence.
 */
export function tellSent(
  stage: InviteStage,
  invitation: InvitationView,
  how: (words: InviteStage['texts']['inviteUser']) => {
    title: string;
    happened(who: { name: string; email: string }): string;
  },
): string {
  const { title, happened: sentence } = how(stage.texts.inviteUser);
  const happened = sentence({ name: fullName(invitation), email: invitation.email });
  const { language, country, roles = [] } = stage.state.draft ?? {};
  const another = {
    account: invitation.account.id,
    ...(language && { language }),
    ...(country && { country }),
    ...(roles.length > 0 && { roles: roles.join(',') }),
  };
  stage.show(invitationSent(invitation, { title, happened, another }, stage.reader));
  return happened;
}

/** @returns first and last name of who is invited. */
export function fullName({ firstName, lastName }: InvitationView): string {
  return `${firstName} ${lastName}`.trim();
}
