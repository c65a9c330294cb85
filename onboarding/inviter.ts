import type { Membership } from '../models/membership.ts';
import type { Actor } from './actor.ts';
import { personView } from './personView.ts';
import type { PersonView } from './views.ts';

/** @returns who invites as the invitation shows them: by the name under which they are in, else that of the channel. */
export function inviter(actor: Actor, membership: Membership): PersonView {
  const known = personView(membership);
  return known.name === known.email ? personView(actor) : known;
}
