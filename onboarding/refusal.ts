import type { Channel } from '../models/auditEntry.ts';
import type { InvitationState } from '../models/invitation.ts';
import type { Role } from '../models/role.ts';

/** What is wrong with one field of an input. */
export type FieldProblem =
  | 'missing'
  | 'tooLong'
  | 'badAddress'
  /** A line of a list in which no address stands, or more than one. */
  | 'noAddress'
  | 'severalAddresses'
  | 'badNumber'
  /** In a file of agreements: the number stands in it twice, or belongs to another agreement. */
  | 'numberTwice'
  | 'numberElsewhere'
  | 'personalAddress'
  | 'unknownTimeZone'
  | 'unknownLanguage'
  | 'unknownCountry'
  | 'unknownRole'
  | 'badDomain'
  | 'badCharacters';

/** A field by the name it has in the use case's input, and what is wrong with it. */
export interface FieldFault {
  field: string;
  problem: FieldProblem;
}

/** Why Usher does not do something: an answer, not a fault. Chat, mail and pages each word it in their own way. */
export type Refusal =
  | { reason: 'invalid'; fields: FieldFault[] }
  | { reason: 'mayNotInvite' }
  | { reason: 'mayNotAddDomain' }
  | { reason: 'mayNotDecide' }
  | { reason: 'notPartner' }
  /** `roles`: those asked for that may not be given; `assignable`: those that may, none if none. */
  | { reason: 'rolesNotAssignable'; roles: Role[]; assignable: Role[] }
  | { reason: 'personalAddress' }
  /** Needs a second yes: call again with `confirmOutsideDomain: true`, or `confirmedRoles` where an address is corrected. */
  | { reason: 'outsideDomain'; domain: string; verified: string[] }
  /** `missing`: asked-for roles that the person lacks (better action: giveRoles). */
  | { reason: 'alreadyIn'; roles: Role[]; missing: Role[] }
  /** Better action: sendInvitationAgain, or correctInvitationAddress when undeliverable. */
  | { reason: 'alreadyInvited'; invitationId: string; sentAt: Date; undeliverable: boolean; roles: Role[] }
  | { reason: 'alreadyAsked'; requestId: string; at: Date }
  | { reason: 'alreadyHasRoles'; roles: Role[] }
  /** Way out: the partner, a person. */
  | { reason: 'nobodyCanDecide' }
  | {
      reason: 'alreadyDecided';
      decision: 'approved' | 'denied' | 'withdrawn';
      byName: string;
      by: string;
      at: Date;
      channel: Channel;
      roles: Role[];
    }
  /** Also: exists, but is none of the actor's business. */
  | { reason: 'notFound' }
  | { reason: 'noLongerPending'; state: InvitationState }
  | { reason: 'limited'; retryAt: Date }
  | { reason: 'publicSuffix' }
  | { reason: 'personalMailProvider' }
  | { reason: 'takenByAnother' }
  | { reason: 'alreadyAdded'; domainId: string; state: 'pending' | 'verified' | 'failed' }
  | { reason: 'sameAdministrator' }
  | { reason: 'tooMany'; most: number }
  /** A line of a list whose address stands in an earlier line already. */
  | { reason: 'duplicateLine'; of: number }
  | { reason: 'nothingToDo' };

export interface Refused {
  outcome: 'refused';
  refusal: Refusal;
}

/** @returns `refusal` as the result of a use case. */
export function refused(refusal: Refusal): Refused {
  return { outcome: 'refused', refusal };
}
