import { SandboxMail } from '../sandboxMail.ts';
import type { ListQuery } from './listQuery.ts';
import { deliveredMessage, type Folder, type MailboxMessage, ownMessage } from './mailboxMessage.ts';

/** @returns the messages of one folder, or of the whole mailbox, that a list was asked for. */
export async function listMessages(
  owner: string,
  folder: Folder | undefined,
  query: ListQuery,
): Promise<MailboxMessage[]> {
  const messages: MailboxMessage[] = [];
  if (folder !== 'inbox') {
    const place = folder === undefined ? { folder: { $ne: 'unsaved' as const } } : { folder };
    const own = await SandboxMail.find({ $and: [{ mailbox: owner, ...place }, query.where] }).lean();
    messages.push(...own.map(ownMessage));
  }
  if ((folder === undefined || folder === 'inbox') && query.fitsDelivered) {
    const { folder: _, ...where } = query.where;
    const delivered = await SandboxMail.find({ $and: [{ 'deliveredTo.address': owner }, where] }).lean();
    messages.push(...delivered.map((mail) => deliveredMessage(mail, owner)));
  }
  const time = ({ mail }: MailboxMessage) => (mail.sentAt ?? mail.createdAt).getTime();
  messages.sort((a, b) => (query.newestFirst ? time(b) - time(a) : time(a) - time(b)));
  return messages.slice(query.skip, query.skip + query.top);
}
