import mongoose, { Schema, type Types } from 'mongoose';
import { indexPendingWork, pendingWorkFields, type WithPendingWork } from './pendingWork.ts';
import { type Role, roles } from './role.ts';

/** Who gave a role that comes from the agreement itself. */
export const givenByAgreement = 'agreement';

/** One person's access to one purchasing account. Whoever has one "is in". */
export interface Membership extends WithPendingWork {
  _id: Types.ObjectId;
  email: string;
  firstName: string;
  lastName: string;
  /** BCP 47; the language for mails until the person chooses another. */
  language: string;
  purchasingAccount: Types.ObjectId;
  /** `givenBy`: an address, or {@link givenByAgreement}. */
  roles: { role: Role; since: Date; givenBy: string }[];
}

const schema = new Schema<Membership>(
  {
    email: { type: String, required: true, lowercase: true },
    firstName: { type: String, required: true },
    lastName: { type: String, required: true },
    language: { type: String, required: true },
    purchasingAccount: { type: Schema.Types.ObjectId, required: true },
    roles: {
      type: [
        new Schema(
          {
            role: { type: String, enum: roles, required: true },
            since: { type: Date, required: true },
            givenBy: { type: String, required: true },
          },
          { _id: false },
        ),
      ],
      default: [],
    },
    ...pendingWorkFields,
  },
  { collection: 'memberships' },
);
schema.index({ email: 1, purchasingAccount: 1 }, { unique: true });
schema.index({ purchasingAccount: 1 });
indexPendingWork(schema);

export const Membership = mongoose.model<Membership>('Membership', schema);
