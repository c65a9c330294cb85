import mongoose, { Schema, type Types } from 'mongoose';
import { indexPendingWork, pendingWorkFields, type Recipient, type WithPendingWork } from './pendingWork.ts';

/** An account under an agreement, with its own number (it: account acquisti). */
export interface PurchasingAccount extends WithPendingWork {
  _id: Types.ObjectId;
  /** Ten digits, e.g. `0005012345`. */
  number: string;
  agreement: Types.ObjectId;
  /** As on the agreement; kept here so that a list of accounts needs one look-up. */
  agreementNumber: string;
  organization: string;
  country: string;
  timeZone: string;
  partner?: Types.ObjectId;
  /** The designated purchasing account administrator, in or not. */
  administrator: Recipient;
  /** The part of the administrator's address behind the @, lower-cased. */
  administratorDomain: string;
}

const recipient = new Schema<Recipient>(
  {
    email: { type: String, required: true, lowercase: true },
    firstName: { type: String, required: true },
    lastName: { type: String, required: true },
    language: { type: String, required: true },
  },
  { _id: false },
);

const schema = new Schema<PurchasingAccount>(
  {
    number: { type: String, required: true },
    agreement: { type: Schema.Types.ObjectId, required: true },
    agreementNumber: { type: String, required: true },
    organization: { type: String, required: true },
    country: { type: String, required: true },
    timeZone: { type: String, required: true },
    partner: Schema.Types.ObjectId,
    administrator: { type: recipient, required: true },
    administratorDomain: { type: String, required: true },
    ...pendingWorkFields,
  },
  { collection: 'purchasingAccounts' },
);
schema.index({ number: 1 }, { unique: true });
schema.index({ agreementNumber: 1 });
schema.index({ administratorDomain: 1 });
schema.index({ 'administrator.email': 1 });
schema.index({ partner: 1 });
indexPendingWork(schema);

export const PurchasingAccount = mongoose.model<PurchasingAccount>('PurchasingAccount', schema);
