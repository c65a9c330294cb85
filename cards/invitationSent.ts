import type { InvitationView } from '../onboarding/views.ts';
import { beginButton } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { facts, heading, paragraph } from './elements.ts';
import { dayInWords, type Reader, rolesInWords } from './inWords.ts';

/**
 * Tells that an invitation went out: to whom, for what, how long it is good, and what comes next.
 *
 * @param title how it went out: for the first time, again, to another address.
 * @param happened the same as a sentence.
 * @param another what *Invite another* begins with.
 */
export function invitationSent(
  invitation: InvitationView,
  { title, happened, another }: { title: string; happened: string; another: Record<string, string> },
  reader: Reader,
): SpokenCard {
  const { texts } = reader;
  const words = texts.inviteUser;
  const { account, roles, expiresAt } = invitation;
  return card(
    happened,
    [
      heading(title),
      paragraph(happened),
      facts([
        [texts.fields.account, words.accountLine(account)],
        [texts.fields.roles, rolesInWords(roles, reader)],
        [words.validUntil, dayInWords(expiresAt, reader)],
      ]),
      paragraph(words.next),
    ],
    [
      beginButton(words.inviteAnother, 'inviteUser', another),
      beginButton(words.several, 'inviteUser', { account: account.id, several: 'yes' }),
    ],
  );
}
