import mongoose, { Schema, type Types } from 'mongoose';

/** The organization that sold an agreement; its people may resend and change the administrator's designation. */
export interface Partner {
  _id: Types.ObjectId;
  name: string;
  /** Lower-cased addresses of those who act for the partner. */
  people: { email: string; firstName: string; lastName: string }[];
}

const schema = new Schema<Partner>(
  {
    name: { type: String, required: true },
    people: {
      type: [
        new Schema(
          {
            email: { type: String, required: true, lowercase: true },
            firstName: { type: String, required: true },
            lastName: { type: String, required: true },
          },
          { _id: false },
        ),
      ],
      default: [],
    },
  },
  { collection: 'partners' },
);
schema.index({ name: 1 }, { unique: true });
schema.index({ 'people.email': 1 });

export const Partner = mongoose.model<Partner>('Partner', schema);
