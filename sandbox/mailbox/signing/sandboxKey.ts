import mongoose, { Schema } from 'mongoose';

/** With what the sandbox signs the mails of one domain's people (RFC 6376). It is worth nothing outside of the sandbox. */
export interface SandboxKey {
  /** The domain, lower-cased. */
  _id: string;
  /** PKCS 8, PEM. */
  privateKey: string;
  /** What the domain publishes: the key record. */
  record: string;
}

const schema = new Schema<SandboxKey>(
  {
    _id: { type: String, required: true },
    privateKey: { type: String, required: true },
    record: { type: String, required: true },
  },
  { collection: 'sandboxKeys', versionKey: false },
);

export const SandboxKey = mongoose.model<SandboxKey>('SandboxKey', schema);
