import type { Role } from '../models/role.ts';
import { cancelButton, stepButton, type WalkName } from './buttons.ts';
import type { SpokenCard } from './card.ts';
import { dayInWords, type Reader, rolesInWords } from './inWords.ts';
import { notice } from './notice.ts';

/** An invitation that waits to be accepted, as far as its card tells of it. */
export interface WaitingInvitation {
  id: string;
  email: string;
  /** ISO 8601. */
  sentAt: string;
  undeliverable: boolean;
  roles: Role[];
}

/** Somebody is invited already: since when, whether the mail arrived, and what can be done about it. */
export function invitationWaiting(
  { email, sentAt, undeliverable, roles }: WaitingInvitation,
  button: { walk: WalkName; card: string },
  reader: Reader,
  said?: string,
): SpokenCard {
  const { texts } = reader;
  const words = texts.inviteUser;
  const when = dayInWords(new Date(sentAt), reader);
  const sendAgain = stepButton(words.sendAgain, { ...button, action: 'sendAgain' }, 'positive');
  const correct = stepButton(words.correctAddress, { ...button, action: 'correctAddress' });
  return notice(texts, {
    title: words.alreadyInvitedTitle({ email }),
    lines: [
      ...(said ? [said] : []),
      undeliverable ? words.alreadyInvitedUndeliverable({ email, when }) : words.alreadyInvited({ email, when }),
      words.alreadyInvitedRoles({ roles: rolesInWords(roles, reader) }),
    ],
    more: [
      // What helps stands first: a mail that came back comes back again.
      ...(undeliverable ? [correct, sendAgain] : [sendAgain, correct]),
      stepButton(words.withdraw, { ...button, action: 'withdraw' }, 'destructive'),
      stepButton(texts.buttons.back, { ...button, action: 'toForm' }),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  });
}
