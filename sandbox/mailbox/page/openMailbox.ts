import type { Request } from 'restify';
import { foldersOf } from '../graph/folders.ts';
import { SandboxMail } from '../sandboxMail.ts';
import { type Mailbox, type MailboxOwners, mailboxes } from './mailboxes.ts';
import { parameter } from './replying.ts';

export interface OpenMailbox {
  email: string;
  mailbox: Pick<Mailbox, 'name' | 'email'>;
  /** Whether Usher reads it: nobody writes from there. */
  isUshers: boolean;
  /** The newest 500. */
  mails: SandboxMail[];
  /** Names of the folders that its mails may have been moved to, by id. */
  folders: ReadonlyMap<string, string>;
  all: Mailbox[];
}

/** @returns the mailbox that the address of the page names. */
export async function openMailbox(request: Request, owners: MailboxOwners): Promise<OpenMailbox> {
  const email = parameter(request, 'email').toLowerCase();
  const [all, mails, folders] = await Promise.all([
    mailboxes(owners),
    SandboxMail.find({ 'deliveredTo.address': email }).select({ mime: 0 }).sort({ sentAt: -1 }).limit(500).lean(),
    foldersOf(email),
  ]);
  const mailbox = all.find((each) => each.email === email) ?? { name: email, email };
  return {
    email,
    mailbox,
    isUshers: email === owners.usher?.email,
    mails,
    folders: new Map(folders.map(({ id, displayName }) => [id, displayName])),
    all,
  };
}
