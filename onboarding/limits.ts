import type { DurationLikeObject } from 'luxon';

/** At most `most` times in each window of the length `per`. */
export interface Limit {
  most: number;
  per: DurationLikeObject;
}

/** The one table of how often somebody may do something. */
export const defaultLimits = {
  /** Asking for an administrator's invitation to be resent, per asking person. */
  resendPerPerson: { most: 5, per: { hours: 1 } },
  /** Resent administrator's invitations, per purchasing account. */
  resendPerAccount: { most: 5, per: { days: 1 } },
  /** Asking for a resent invitation, everybody together. */
  resendOverall: { most: 1_000, per: { hours: 1 } },
  /** Invitations that one person sends, first ones and again; room for two full batches. */
  invitationsPerPerson: { most: 2_500, per: { days: 1 } },
  /** Requests (for an invitation, for another role) that one person makes. */
  requestsPerPerson: { most: 10, per: { days: 1 } },
  /** Requests that the administrators of one account get. */
  requestsPerAccount: { most: 200, per: { days: 1 } },
  /** Look-ups of one domain's TXT record that were asked for. */
  checkNowPerDomain: { most: 1, per: { seconds: 5 } },
  /** Domains that one person adds. */
  domainsPerPerson: { most: 50, per: { days: 1 } },
  /** Mails of one person that are dealt with; what is more waits for the next window. */
  mailsPerSender: { most: 300, per: { hours: 1 } },
  /**
   * Times that one person is told by mail that Usher did not understand, or that somebody will look at it; of what they
   * decide about a request, for each request apart.
   */
  vagueAnswersPerSender: { most: 5, per: { days: 1 } },
  /** Times that a thread of mails is told that somebody will look at it. */
  acknowledgementsPerThread: { most: 1, per: { days: 365 } },
  /** Times that one person is asked whether a mail in their name is theirs. */
  unprovenPerPerson: { most: 3, per: { days: 1 } },
  /** Look-ups of accounts by number, per person. */
  lookupsPerPerson: { most: 60, per: { hours: 1 } },
  /** Forms that are sent from one network address. */
  formsPerClient: { most: 200, per: { minutes: 5 } },
  /** Links for a new password that are asked for from one network address: organizations share one. */
  passwordResetsPerClient: { most: 20, per: { hours: 1 } },
  /** Links for a new password that are mailed to one address; the newest stays good beyond it. */
  passwordResetsPerAccount: { most: 3, per: { hours: 1 } },
  /** Attempts to change one's password, each of which tries the current one. */
  passwordChangesPerPerson: { most: 10, per: { hours: 1 } },
  /** Attempts to sign in to one account from a browser on which somebody has signed in to it; beyond it those below count. */
  signInsPerDevice: { most: 10, per: { hours: 1 } },
  /** Attempts to sign in to one account from one network address: the more there were, the longer the wait. */
  signInsPerMinute: { most: 5, per: { minutes: 1 } },
  signInsPerHour: { most: 20, per: { hours: 1 } },
  /** Attempts to sign in to one account, from anywhere (NIST SP 800-63B-4, 3.2.2: at most 100). */
  signInsPerDay: { most: 100, per: { days: 1 } },
  /** Attempts to sign in to any account from one network address: organizations share one. */
  signInsPerClient: { most: 100, per: { minutes: 10 } },
  /** What one person of the helpdesk does in the console. */
  actsPerOperator: { most: 200, per: { minutes: 5 } },
  /** How often one person of the helpdesk reads transcripts, searches, exports: nobody reads that fast. */
  looksPerOperator: { most: 600, per: { minutes: 5 } },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof defaultLimits;
export type Limits = Readonly<Record<LimitName, Limit>>;
