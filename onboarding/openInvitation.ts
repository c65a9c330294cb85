import type { House } from './house.ts';
import type { InvitationView } from './views.ts';

export interface OpenInvitationInput {
  token: string;
}

export type OpenInvitationResult =
  | { outcome: 'found'; invitation: InvitationView }
  | { outcome: 'expired' | 'revoked' | 'used'; invitation: InvitationView }
  | { outcome: 'unknown' };

/** What a link is good for; opening it uses nothing up. */
export async function openInvitation(_house: House, _input: OpenInvitationInput): Promise<OpenInvitationResult> {
  throw new Error('not built yet');
}
