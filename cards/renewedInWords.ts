import type { RenewInvitationResult } from '../onboarding/renewInvitation.ts';
import { dayInWords, type Reader } from './inWords.ts';

/** @returns what came of having one's own invitation renewed: it is on its way again, or another was asked for. */
export function renewedInWords(result: Exclude<RenewInvitationResult, { outcome: 'refused' }>, reader: Reader): string {
  const words = reader.texts.mail.answer;
  if (result.outcome === 'asked') {
    return words.renewAsked({
      who: result.asked.map(({ name }) => name).join(', '),
      organization: result.account.organization,
      state: reader.texts.invitationStates[result.invitation.state],
    });
  }
  const [{ organization }, expiresAt] =
    result.outcome === 'sent'
      ? [result.account, result.expiresAt]
      : [result.invitation.account, result.invitation.expiresAt];
  return words.renewed({ organization, date: dayInWords(expiresAt, reader) });
}
