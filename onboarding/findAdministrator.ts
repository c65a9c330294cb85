import type { Role } from '../models/role.ts';
import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { AccountView, InvitationView, PersonView } from './views.ts';

export interface AccountFinding {
  account: AccountView;
  yourRoles: Role[];
  /** The newest one to the actor, in whatever state but accepted. */
  yourInvitation?: InvitationView;
  yourRequest?: { id: string; at: Date };
  /** Only for people whose address belongs to the organization. */
  contacts?: AccountContacts;
  mayAsk: boolean;
}

export interface AccountContacts {
  administrator: PersonView & { state: 'in' | 'invited' | 'expired' | 'undeliverable' | 'notInvited' };
  inviters: (PersonView & { roles: Role[] })[];
  partner?: { name: string; people: PersonView[] };
  signedBy: PersonView | { name: string };
}

export interface FindAdministratorInput {
  agreementNumber?: string;
  accountNumber?: string;
}

export type FindAdministratorResult =
  | { outcome: 'known'; accounts: AccountFinding[] }
  | { outcome: 'advice' }
  | Refused;

/** Walk 1. */
export async function findAdministrator(
  _house: House,
  _actor: Actor,
  _input: FindAdministratorInput,
): Promise<FindAdministratorResult> {
  throw new Error('not built yet');
}
