import { SandboxMail } from '../sandboxMail.ts';
import { GraphRefusal } from './graphRefusal.ts';

export type Folder = 'drafts' | 'sentitems' | 'inbox';
export const folders: readonly Folder[] = ['drafts', 'sentitems', 'inbox'];

/** A message as it lies in one mailbox: the sender's own copy, or the one that was delivered to `delivery`. */
export interface MailboxMessage {
  mail: SandboxMail;
  owner: string;
  folder: Folder;
  /** Index in `deliveredTo`; absent for the sender's own copy. */
  delivery?: number;
}

/** @returns the sender's own copy. */
export function ownMessage(mail: SandboxMail): MailboxMessage {
  return { mail, owner: mail.mailbox, folder: mail.folder === 'drafts' ? 'drafts' : 'sentitems' };
}

/** @returns the copy in the inbox of `owner`. */
export function deliveredMessage(mail: SandboxMail, owner: string): MailboxMessage {
  const delivery = mail.deliveredTo.findIndex(({ address }) => address === owner);
  return { mail, owner, folder: 'inbox', delivery };
}

/**
 * @param immutable whether the request asked for `IdType="ImmutableId"`. Ids of the other kind change with the folder,
 * as Graph's do, so that whoever forgets to ask loses sight of a draft once it is sent.
 */
export function messageId({ mail, folder, delivery }: MailboxMessage, immutable: boolean): string {
  const id = delivery === undefined ? mail._id : `${mail._id}~${delivery}`;
  return immutable ? id : `${id}.${folder}`;
}

/** @returns the message with that id in that mailbox. Throws ErrorItemNotFound. */
export async function messageOf(owner: string, id: string): Promise<MailboxMessage> {
  const [, own, delivery, folder] = /^([\w-]+)(?:~(\d+))?(?:\.(\w+))?$/.exec(id) ?? [];
  const mail = own === undefined ? null : await SandboxMail.findById(own).lean();
  if (mail !== null) {
    if (delivery !== undefined) {
      const at = Number(delivery);
      if (mail.deliveredTo[at]?.address === owner && (folder ?? 'inbox') === 'inbox') {
        return { mail, owner, folder: 'inbox', delivery: at };
      }
    } else if (mail.mailbox === owner && mail.folder !== 'unsaved' && (folder ?? mail.folder) === mail.folder) {
      return ownMessage(mail);
    }
  }
  throw new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}
