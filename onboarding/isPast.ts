import type { Invitation } from '../models/invitation.ts';
import { now } from './now.ts';

/** @returns whether an invitation stands as pending, but its date has passed: it counts as expired. */
export function isPast(invitation: Pick<Invitation, 'state' | 'expiresAt'>): boolean {
  return invitation.state === 'pending' && invitation.expiresAt <= now();
}
