import mongoose, { Schema } from 'mongoose';

/** A folder that somebody made in a mailbox; those that every mailbox has stand nowhere. */
export interface SandboxFolder {
  _id: string;
  /** The lower-cased address of the mailbox. */
  owner: string;
  displayName: string;
  /** Lower-cased: a mailbox has a name once, however it is written. */
  name: string;
}

const schema = new Schema<SandboxFolder>(
  {
    _id: { type: String, required: true },
    owner: { type: String, required: true },
    displayName: { type: String, required: true },
    name: { type: String, required: true },
  },
  { collection: 'sandboxFolders', versionKey: false },
);
schema.index({ owner: 1, name: 1 }, { unique: true });

export const SandboxFolder = mongoose.model<SandboxFolder>('SandboxFolder', schema);
