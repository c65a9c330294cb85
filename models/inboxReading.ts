import mongoose, { Schema } from 'mongoose';
import { type MailDuty, mailDutyPaths } from './mailDuty.ts';

/** How far the inbox of a mailbox was read. */
export interface InboxReading extends MailDuty {
  /** Graph's link to go on with, whole: `nextLink` while a round of pages is under way, `deltaLink` after it. */
  link?: string;
  /** When a round was last finished. */
  readAt?: Date;
}

const schema = new Schema<InboxReading>(
  { ...mailDutyPaths, link: String, readAt: Date },
  { collection: 'inboxReadings', versionKey: false },
);

export const InboxReading = mongoose.model<InboxReading>('InboxReading', schema);
