import type { Channel } from './auditEntry.ts';
import type { MailBlock } from './mailBlock.ts';
import type { Role } from './role.ts';

/** What became of an invitation (product.md, "Invitation life"). Reasons are somebody's words, shortened. */
export type InvitationNews =
  | { outcome: 'accepted' }
  | { outcome: 'declined'; reason: string }
  /** The person says that somebody else is meant. */
  | { outcome: 'notMe'; reason: string; instead?: { name?: string; email?: string } }
  | { outcome: 'expired' }
  | { outcome: 'undeliverable'; reason: string };

/** To those who may decide: somebody asks for an invitation or for another role. */
export interface AccessRequested {
  kind: 'accessRequested';
  requestId: string;
  request: 'invitation' | 'role';
  organization: string;
  accountNumber: string;
  requester: { name: string; email: string };
  /** What was asked for; empty when the requester left it to the administrator. */
  roles: Role[];
  message: string;
  /** The first or the second time that it is put to them again. */
  reminder?: 1 | 2;
}

/** A request that was answered by mail. */
export interface AskedBack {
  request: AccessRequested;
  /** What is asked back where that was not plain: whether it is approved at all, or, where it is, with which role. */
  missing: 'decision' | 'role';
}

/**
 * What a mail or a Teams message tells, as data: mail/ and bot/ word it in the recipient's language. It carries no
 * secret: the link of an invitation is made when the mail is rendered (see onboarding/invitationLink.ts).
 */
export type Notice =
  /** Mail only: the invitation itself, with *Start now*. */
  | {
      kind: 'invitation';
      invitationId: string;
      /** Which sending of the invitation this is (1 for the first); only the newest link works. */
      sending: number;
      organization: string;
      accountNumber: string;
      roles: Role[];
      /** Who invites; absent when the invitation comes from the agreement itself. */
      invitedBy?: { name: string; email: string };
      expiresAt: Date;
      /** A reminder before it expires, with the same link: how many days are left. */
      daysLeft?: number;
    }
  /** To the one who invited: what became of an invitation. */
  | {
      kind: 'invitationNews';
      invitationId: string;
      organization: string;
      accountNumber: string;
      person: { name: string; email: string };
      roles: Role[];
      /** It comes from the agreement itself and is told to the partner, who sends it again or designates another. */
      forPartner: boolean;
      news: InvitationNews;
    }
  | AccessRequested
  /** To the requester: nobody has answered for days, and what else there is to do. */
  | {
      kind: 'accessRequestUnanswered';
      requestId: string;
      request: 'invitation' | 'role';
      organization: string;
      accountNumber: string;
      asked: { name: string; email: string }[];
      partner?: string;
    }
  /** To the requester. */
  | {
      kind: 'accessRequestDecided';
      requestId: string;
      request: 'invitation' | 'role';
      decision: 'approved' | 'denied';
      organization: string;
      accountNumber: string;
      roles: Role[];
      decidedBy: { name: string; email: string };
      reason: string;
    }
  /** To the other deciders: in Teams their card is replaced, by mail their thread ends with it. */
  | {
      kind: 'accessRequestClosed';
      requestId: string;
      request: 'invitation' | 'role';
      decision: 'approved' | 'denied' | 'withdrawn';
      organization: string;
      requester: { name: string; email: string };
      roles: Role[];
      decidedBy: { name: string; email: string };
      channel: Channel;
    }
  /** To the old and to the new purchasing account administrator. */
  | {
      kind: 'administratorChanged';
      organization: string;
      accountNumber: string;
      you: 'old' | 'new';
      oldAdministrator: { name: string; email: string };
      newAdministrator: { name: string; email: string };
      changedBy: { name: string; email: string; organization: string };
    }
  | { kind: 'domainVerified'; domainId: string; domain: string; organization: string; accountNumber: string }
  | {
      kind: 'domainNotVerified';
      domainId: string;
      domain: string;
      organization: string;
      accountNumber: string;
      expected: string;
      /** The TXT records that stood there instead, shortened. */
      found: string[];
      /** The domain's name servers gave no usable answer: what stands there is not known. */
      unanswered?: true;
      /** The record was there, but another account has verified the name. */
      takenByAnother?: true;
    }
  /** Mail only: the answer to a mail, worded in its writer's language when it was understood. */
  | {
      kind: 'mailAnswer';
      /** The conversation in whose log it stands, and which a reply to it goes on with. */
      conversation: string;
      heading: string;
      blocks: MailBlock[];
      /** What Usher read, so that its writer sees what was understood. */
      quoted: string;
      /** It asks back what is decided about a request, or says what became of it: a reply to it is one about that. */
      asksBack?: AskedBack;
    }
  /** In a conversation: somebody of the helpdesk is there, writes, or has left. Its words are theirs. */
  | {
      kind: 'helpdesk';
      /** Conversation._id. */
      conversation: string;
      what: 'joined' | 'words' | 'handedBack' | 'done';
      operator: { email: string; name: string };
      /** With `words`. */
      text?: string;
      /** With `handedBack`: it was not the operator, but half an hour without one. */
      idle?: true;
    }
  /** To the helpdesk's channel in Teams: somebody waits for a person. */
  | {
      kind: 'personWanted';
      conversation: string;
      channel: 'teams' | 'mail';
      person?: { email: string; name: string };
      since: Date;
    }
  /** To the one in whose name a mail came that could not be proven to be theirs: nothing was done. */
  | {
      kind: 'mailUnproven';
      subject: string;
      receivedAt: Date;
      /** The request that it seemed to answer, still open. */
      requestId?: string;
    }
  /** Mail only: the link with which somebody who forgot their password chooses a new one. */
  | { kind: 'passwordReset'; resetId: string; expiresAt: Date }
  /** Mail only: to whoever's password was changed, in case it was not them. */
  | { kind: 'passwordChanged'; at: Date }
  /** Teams: one card that shows how a batch of invitations goes on and, at the end, each line's result. */
  | { kind: 'batchProgress'; batchId: string; organization: string };

export type NoticeKind = Notice['kind'];
