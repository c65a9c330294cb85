/**
 * What some process must do for the mailbox again and again, and only one at a time. The part that every such document
 * has; see mail/incoming/fetch/duty.ts.
 */
export interface MailDuty {
  /** The address of the mailbox. */
  _id: string;
  /** When it must be done next. */
  dueAt: Date;
  /** Counts how often it was asked for: whoever is at it sees by this that it was asked for again meanwhile. */
  asked: number;
  /** How often it failed in a row. */
  faults: number;
  /** Who is at it. */
  lease?: { by: string; until: Date };
  /** A reference and the kind of fault, for the operator. */
  lastFault?: string;
}

/** The paths of {@link MailDuty}, for the schemas of such documents. */
export const mailDutyPaths = {
  _id: { type: String, required: true },
  dueAt: { type: Date, required: true },
  asked: { type: Number, required: true },
  faults: { type: Number, required: true },
  lease: { by: String, until: Date },
  lastFault: String,
} as const;
