import type { Invitation } from '../../models/invitation.ts';
import { endExpired } from '../endExpired.ts';
import type { House } from '../house.ts';
import type { Handed } from './handed.ts';

/** Ends an invitation whose days are over; one that was sent again meanwhile has other days, and other work. */
export async function expireInvitation(
  _house: House,
  { work, document }: Handed<'expireInvitation', Invitation>,
): Promise<void> {
  if (document.sendings === work.sending) await endExpired(document);
}
