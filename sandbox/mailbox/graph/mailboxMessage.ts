import { SandboxMail } from '../sandboxMail.ts';
import { GraphRefusal } from './graphRefusal.ts';

/** A message as it lies in one mailbox: the sender's own copy, or the one that was delivered to `delivery`. */
export interface MailboxMessage {
  mail: SandboxMail;
  owner: string;
  /** A well-known name, or the id of a folder that somebody made. */
  folder: string;
  /** Index in `deliveredTo`; absent for the sender's own copy. */
  delivery?: number;
}

/** @returns the sender's own copy. */
export function ownMessage(mail: SandboxMail): MailboxMessage {
  return { mail, owner: mail.mailbox, folder: mail.folder === 'drafts' ? 'drafts' : 'sentitems' };
}

/** @returns the copy that was delivered to `owner`. */
export function deliveredMessage(mail: SandboxMail, owner: string): MailboxMessage {
  const delivery = mail.deliveredTo.findIndex(({ address }) => address === owner);
  return { mail, owner, folder: mail.deliveredTo[delivery]?.folder ?? 'inbox', delivery };
}

/**
 * @param immutable whether the request asked for `IdType="ImmutableId"`. Ids of the other kind change with the folder,
 * as Graph's do, so that whoever forgets to ask loses sight of a message once it is sent or moved.
 */
export function messageId({ mail, folder, delivery }: MailboxMessage, immutable: boolean): string {
  const id = delivery === undefined ? mail._id : `${mail._id}~${delivery}`;
  return immutable ? id : `${id}.${folder}`;
}

/** @returns the message with that id in that mailbox. Throws ErrorItemNotFound. */
export async function messageOf(owner: string, id: string): Promise<MailboxMessage> {
  const [, own, delivery, folder] = /^([\w-]+)(?:~(\d+))?(?:\.([\w-]+))?$/.exec(id) ?? [];
  const mail = own === undefined ? null : await SandboxMail.findById(own).lean();
  if (mail !== null) {
    const found = delivery === undefined ? ownCopy(mail, owner) : deliveredCopy(mail, owner, Number(delivery));
    if (found !== undefined && (folder ?? found.folder) === found.folder) return found;
  }
  throw new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

function ownCopy(mail: SandboxMail, owner: string): MailboxMessage | undefined {
  return mail.mailbox === owner && mail.folder !== 'unsaved' ? ownMessage(mail) : undefined;
}

function deliveredCopy(mail: SandboxMail, owner: string, delivery: number): MailboxMessage | undefined {
  const found = mail.deliveredTo[delivery];
  if (found?.address !== owner) return undefined;
  return { mail, owner, folder: found.folder ?? 'inbox', delivery };
}
