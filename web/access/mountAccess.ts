import type { Door } from '../door.ts';
import type { PageSettings } from '../pageSettings.ts';
import { mountAgreements } from './mountAgreements.ts';
import { mountDomains } from './mountDomains.ts';
import { mountInvitations } from './mountInvitations.ts';
import { mountInvite } from './mountInvite.ts';
import { mountRequests } from './mountRequests.ts';
import { mountUsers } from './mountUsers.ts';

/** Mounts *Manage access*: users, invitations, requests, domains, agreements, each as far as somebody's roles go. */
export function mountAccess(door: Door, settings: PageSettings): void {
  mountUsers(door, settings);
  mountInvitations(door, settings);
  mountInvite(door, settings);
  mountRequests(door, settings);
  mountDomains(door, settings);
  mountAgreements(door, settings);
}
