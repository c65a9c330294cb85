import type { WalkName } from '../cards/buttons.ts';
import { mostButtons } from '../cards/card.ts';
import { hasAccess } from '../onboarding/hasAccess.ts';
import { inviterAccounts } from '../onboarding/inviterAccounts.ts';
import { openRequests } from '../onboarding/openRequests.ts';
import { partnerCustomers } from '../onboarding/partnerCustomers.ts';
import type { Scene } from './stage.ts';

/**
 * @returns the walks to offer to the person of the scene, the likeliest first, and a person to talk to; as many as a
 * card has buttons for. Everything else can be asked for in words at any time.
 */
export async function menuFor({ house, turn: { actor } }: Scene): Promise<WalkName[]> {
  const [access, inviter, requests, partner] = await Promise.all([
    hasAccess(house, actor),
    inviterAccounts(house, actor),
    openRequests(house, actor),
    partnerCustomers(house, actor),
  ]);
  const walks: WalkName[] = [];
  if (requests.length > 0) walks.push('decideRequest');
  if (partner.outcome === 'found') walks.push('partner');
  if (inviter.length > 0) walks.push('inviteUser');
  if (access.accounts.length > 0) walks.push('checkRole', 'addDomain');
  else walks.push('findAdministrator', 'resendInvitation');
  walks.push('onlineServices', 'checkRole', 'changeLanguage');
  return [...[...new Set(walks)].slice(0, mostButtons - 1), 'person'];
}
