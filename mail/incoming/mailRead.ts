/** An address as it stands in a header. The name proves nothing. */
export interface MailAddress {
  name: string;
  /** Lower-cased. */
  address: string;
}

/** What a bounce says of one recipient (RFC 3464, or the free forms of other systems). */
export interface BouncedRecipient {
  /** Lower-cased; absent when the bounce does not tell. */
  address?: string;
  /** `failed`: given up; `delayed`: still being tried, so that nothing has failed yet. */
  action: 'failed' | 'delayed';
  /** Whether trying again is of no use (status 5.x.x); never of what is only delayed. */
  permanent: boolean;
  /** RFC 3463, e.g. `5.1.1`, where told. */
  status?: string;
  /** The remote system's words, one line, shortened, secrets masked. */
  reason: string;
}

/** Why nobody may be answered (RFC 3834, RFC 2369, RFC 2919, and what mail systems do instead). */
export type AutomaticReason =
  | 'autoReply'
  | 'list'
  | 'bulk'
  | 'receipt'
  | 'own'
  | 'report'
  | 'calendar'
  | 'systemSender';

/** A file that may be a list of people, with its text, or why that cannot be read. */
export type AttachedList = { name: string } & ({ text: string } | { problem: 'tooLarge' | 'notText' });

/** A mail taken apart: what it says of itself. Nothing in here is proven. */
export interface MailRead {
  outcome: 'read';
  /** With angle brackets. */
  messageId?: string;
  inReplyTo: string[];
  references: string[];
  /** One line. */
  subject: string;
  /** Everyone in From; a mail with any other number than one is acted on by nobody. */
  from: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  date?: Date;
  /**
   * Reply references found where a reply carries them: addressed to, In-Reply-To, References; lower-cased, the likeliest
   * first. Of a bounce: those of the mail that bounced.
   */
  replyReferences: string[];
  /** What the writer wrote anew, without quoted mail, signature and disclaimer; empty when nothing. Lines end in \n. */
  newText: string;
  /** The whole text, quotes and all, as long as it is kept (100,000 characters). */
  text: string;
  /** Its HTML as it came, as long as it is kept (300,000 characters); never shown without being made harmless. */
  html?: string;
  /** Whether the whole mail has files beside its text. */
  attachments: { name: string; type: string; size: number }[];
  /** The first of them that may be a list of people. */
  list?: AttachedList;
  /** Absent: somebody wrote it. */
  automatic?: { reason: AutomaticReason };
  /** Present for a bounce, which is automatic too. */
  bounce?: {
    /** Empty when the bounce does not tell. */
    recipients: BouncedRecipient[];
    /** Of the mail that bounced, with angle brackets, where the bounce tells. */
    messageId?: string;
  };
}

/** A mail that cannot or may not be taken apart; kept and shown as such. */
export interface UnreadableMail {
  outcome: 'unreadable';
  reason: 'tooLarge' | 'tooManyParts' | 'tooDeep' | 'tooManyHeaders' | 'tooManyAddresses' | 'malformed';
  /** As far as it could be read. */
  from: MailAddress[];
  subject: string;
}
