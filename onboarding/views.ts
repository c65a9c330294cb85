import type { Channel } from '../models/auditEntry.ts';
import type { InvitationState } from '../models/invitation.ts';
import type { Permission, Role } from '../models/role.ts';

/** What use cases show of what is remembered. Ids are hex strings; nothing in here is a secret. */

export interface PersonView {
  /** First and last name, or the address where no name is known. */
  name: string;
  email: string;
}

export interface AccountView {
  id: string;
  /** Ten digits. */
  number: string;
  agreementNumber: string;
  organization: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

export interface InvitationView {
  id: string;
  account: AccountView;
  email: string;
  firstName: string;
  lastName: string;
  /** BCP 47, the person's preferred one. */
  language: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  roles: Role[];
  /** `expired` also for one that is past its date and was not marked so yet. */
  state: InvitationState;
  sentAt: Date;
  expiresAt: Date;
  openedAt?: Date;
  undeliverable?: { at: Date; reason: string };
  /** Absent when it comes from the agreement itself. */
  invitedBy?: PersonView;
}

export interface RoleView {
  role: Role;
  since: Date;
  givenBy: PersonView;
  /** It comes from the agreement, which `givenBy` has signed: nobody inside has given it. */
  fromAgreement?: true;
  permits: readonly Permission[];
}

export interface DomainView {
  id: string;
  /** ASCII. */
  name: string;
  /** As people write it. */
  unicodeName: string;
  account: AccountView;
  /** `takenByAnother`: its record was there, but another account has verified the name. */
  state: 'pending' | 'verified' | 'failed' | 'takenByAnother';
  /** The text of the TXT record to publish at the domain itself. */
  txtRecord: string;
  addedAt: Date;
  verifiedAt?: Date;
  lastCheckedAt?: Date;
  /** TXT records seen at the last check, shortened. */
  found: string[];
  /** Why the last look-up itself failed. */
  fault?: string;
  checksEndAt: Date;
  /** When Usher looks again by itself; absent when it does not. */
  nextCheckAt?: Date;
}

export interface RequestView {
  id: string;
  kind: 'invitation' | 'role';
  account: AccountView;
  requester: PersonView;
  /** The roles asked for; may be empty. */
  roles: Role[];
  message: string;
  createdAt: Date;
  /** What the actor may give. */
  assignable: Role[];
  state: 'open' | 'approved' | 'denied' | 'withdrawn';
  decision?: { by: string; byName: string; at: Date; channel: Channel; roles: Role[]; reason: string };
}
