import type { InvitationDraft } from '../cards/invitationForm.ts';
import type { WaitingInvitation } from '../cards/invitationWaiting.ts';
import type { Role } from '../models/role.ts';
import type { InviterAccount } from '../onboarding/inviterAccounts.ts';
import type { Stage } from './stage.ts';

/** Where walk 3 stands, one person's steps first. */
export type InviteUserStep =
  | 'account'
  | 'form'
  | 'outsideDomain'
  | 'alreadyIn'
  | 'alreadyInvited'
  | 'withdraw'
  | 'correctAddress'
  | 'outsideCorrection'
  | 'people'
  | 'defaults'
  | 'checked';

/** What walk 3 remembers between turns. */
export interface InviteUserState {
  accountId?: string;
  /** What was typed or said so far; roles that may not be given are left out when the form is shown. */
  draft?: Partial<InvitationDraft>;
  /** Which of the two buttons was pressed when a second yes became necessary. */
  another?: boolean;
  /** Whom *Invite another* has invited just now. */
  justInvited?: { name: string; email: string };
  /** Why the draft cannot be invited: they are in. */
  alreadyIn?: { roles: Role[]; missing: Role[] };
  /** Why an address needs a second yes. */
  outside?: { email: string; verified: string[] };
  /** Why the draft cannot be invited: this invitation waits. */
  waiting?: WaitingInvitation;
  /** The address to which the waiting invitation shall go. */
  corrected?: string;
  list?: PeopleList;
}

/** Many people to invite. The text is kept, not what was read from it: it is read and checked anew each time. */
export interface PeopleList {
  text: string;
  /** The name of the file it came in. */
  file?: string;
  language: string;
  country: string;
  roles: string[];
  includeOutside: boolean;
  /** How many the *Invite* button said. */
  offered?: number;
  /** The page of problems that is shown. */
  from?: number;
  /** Only these lines of the text are being corrected; absent: the whole of it. */
  correcting?: { line: number; height: number }[];
}

/** The account in which the walk invites, among those in which it could. */
export interface Place {
  here: InviterAccount;
  accounts: InviterAccount[];
}

export type InviteStage = Stage<InviteUserState>;
