import mongoose, { Schema } from 'mongoose';

/** A sign-in link of local mode that was used: it does not work again. */
export interface UsedSignInLink {
  /** The link's own number. */
  _id: string;
  /** When the link would have been over anyway. */
  expiresAt: Date;
}

const schema = new Schema<UsedSignInLink>(
  { _id: { type: String, required: true }, expiresAt: { type: Date, required: true, expires: 0 } },
  { collection: 'usedSignInLinks', versionKey: false },
);

export const UsedSignInLink = mongoose.model<UsedSignInLink>('UsedSignInLink', schema);
