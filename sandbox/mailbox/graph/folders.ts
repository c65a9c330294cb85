import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { isDuplicateKey } from '../../../onboarding/isDuplicateKey.ts';
import { SandboxFolder } from '../sandboxFolder.ts';
import { SandboxMail } from '../sandboxMail.ts';
import { GraphRefusal } from './graphRefusal.ts';

/** A folder of one mailbox. */
export interface Folder {
  /** Its well-known name, or an id. */
  id: string;
  displayName: string;
}

/** The folders that every mailbox has, as far as messages come into them here. */
const wellKnown: readonly Folder[] = [
  { id: 'inbox', displayName: 'Inbox' },
  { id: 'drafts', displayName: 'Drafts' },
  { id: 'sentitems', displayName: 'Sent Items' },
  { id: 'deleteditems', displayName: 'Deleted Items' },
];

/** @returns the folders at the top of a mailbox. */
export async function foldersOf(owner: string): Promise<Folder[]> {
  const made = await SandboxFolder.find({ owner }).sort({ name: 1 }).lean();
  return [...wellKnown, ...made.map(asFolder)];
}

/** @returns the folder with that id or well-known name. Throws ErrorItemNotFound. */
export async function folderOf(owner: string, id: string): Promise<Folder> {
  const known = wellKnown.find((each) => each.id === id.toLowerCase());
  if (known !== undefined) return known;
  const made = await SandboxFolder.findOne({ _id: id, owner }).lean();
  if (made !== null) return asFolder(made);
  throw new GraphRefusal(404, 'ErrorItemNotFound', 'The specified folder could not be found in the store.');
}

const newFolder = z.strictObject({ displayName: z.string().trim().min(1).max(255), isHidden: z.boolean().optional() });

/** Makes a folder. Throws ErrorFolderExists when the mailbox has one of that name. */
export async function createFolder(owner: string, body: unknown): Promise<Folder> {
  const read = newFolder.safeParse(body);
  if (!read.success) throw new GraphRefusal(400, 'ErrorInvalidRequest', 'A folder needs a displayName.');
  const { displayName } = read.data;
  const name = displayName.toLowerCase();
  const exists = () => new GraphRefusal(409, 'ErrorFolderExists', 'A folder with the specified name already exists.');
  if (wellKnown.some((each) => each.displayName.toLowerCase() === name)) throw exists();
  const folder = { _id: `AQMkAD${randomBytes(24).toString('base64url')}`, owner, displayName, name };
  try {
    await SandboxFolder.create(folder);
  } catch (error) {
    if (isDuplicateKey(error)) throw exists();
    throw error;
  }
  return asFolder(folder);
}

/** Deletes a folder that somebody made; what is in it goes into Deleted Items. */
export async function deleteFolder(owner: string, id: string): Promise<void> {
  const folder = await folderOf(owner, id);
  if (wellKnown.includes(folder)) {
    throw new GraphRefusal(403, 'ErrorDeleteDistinguishedFolder', 'Distinguished folders cannot be deleted.');
  }
  await SandboxFolder.deleteOne({ _id: folder.id, owner });
  for (const mail of await SandboxMail.find({ 'deliveredTo.folder': folder.id }).select({ deliveredTo: 1 }).lean()) {
    const at = mail.deliveredTo.findIndex((each) => each.folder === folder.id);
    await SandboxMail.updateOne({ _id: mail._id }, { $set: { [`deliveredTo.${at}.folder`]: 'deleteditems' } });
  }
}

function asFolder({ _id, displayName }: Pick<SandboxFolder, '_id' | 'displayName'>): Folder {
  return { id: _id, displayName };
}
