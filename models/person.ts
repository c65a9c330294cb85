import mongoose, { Schema, type Types } from 'mongoose';

/** Somebody Usher knows: from a Teams roster, a mail, an agreement or an invitation. */
export interface Person {
  _id: Types.ObjectId;
  /** Lower-cased work address; the key by which everything else refers to a person. */
  email: string;
  firstName: string;
  lastName: string;
  /** What the person chose; absent until chosen (product.md, "Languages"). */
  language?: string;
  /** How to reach the person in Teams, from the first contact there. */
  teams?: {
    tenantId?: string;
    /** The user id in Teams (`29:…`). */
    userId: string;
    aadObjectId?: string;
    /** botbuilder's ConversationReference of the personal chat. */
    reference?: Record<string, unknown>;
    locale?: string;
    /** Set when Teams said that the person cannot be reached there any more. */
    unreachableSince?: Date;
  };
}

const schema = new Schema<Person>(
  {
    email: { type: String, required: true, lowercase: true },
    firstName: { type: String, default: '' },
    lastName: { type: String, default: '' },
    language: String,
    teams: { type: Schema.Types.Mixed },
  },
  { collection: 'people' },
);
schema.index({ email: 1 }, { unique: true });
schema.index({ 'teams.userId': 1 });

export const Person = mongoose.model<Person>('Person', schema);
