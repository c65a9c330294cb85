import type { Role } from '../models/role.ts';

/** What somebody answers to a request that was put to them. */
export interface Decision {
  decision: 'approve' | 'deny' | 'unclear';
  /** Roles to give instead of those asked for; empty: as asked. Only for `approve`. */
  roles: Role[];
  /** Why, in the writer's words, shortened; empty when not told. */
  reason: string;
  /** BCP 47. */
  language: string;
  languageSure: boolean;
  /** 0 to 1. */
  confidence: number;
}

/** What somebody answers to an invitation. */
export interface InvitationAnswer {
  /** `thanks`: all is well, nothing to do; `forPerson`: about the invitation, and not plain enough to act on. */
  answer: 'accept' | 'decline' | 'expired' | 'notMe' | 'thanks' | 'forPerson' | 'unclear';
  /** Whom to ask instead, where told. */
  person?: { name?: string; email?: string };
  /** Why, in the writer's words, shortened; empty when not told. */
  reason: string;
  language: string;
  languageSure: boolean;
  confidence: number;
}
