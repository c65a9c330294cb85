/** Why a mail is not proven to be its From address's. */
export type UnprovenReason =
  /** None, several, or an unreadable From. */
  | 'from'
  /** The trusted server says nothing about it, or there is no trusted server's word at the top. */
  | 'noResults'
  /** What passed does not belong to the From domain. */
  | 'notAligned'
  /** Checked, and it failed. */
  | 'failed'
  /** A name server did not answer; it is tried again. */
  | 'temporary';

/** Whether a mail is really from whom it says (product.md, "Mail"). */
export type SenderProof =
  | {
      proven: true;
      /** The one From address, lower-cased. */
      from: string;
      /** `dkim`: signed by the From domain (enough for a decision); `spf`: delivered by its servers only. */
      by: 'dkim' | 'spf';
    }
  | { proven: false /** If there is exactly one, lower-cased. */; from?: string; because: UnprovenReason };
