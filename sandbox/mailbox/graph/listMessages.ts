import type { QueryFilter } from 'mongoose';
import { SandboxMail } from '../sandboxMail.ts';
import type { ListQuery } from './listQuery.ts';
import { deliveredMessage, type MailboxMessage, ownMessage } from './mailboxMessage.ts';

/** @returns the messages of one folder, or of the whole mailbox, that a list was asked for. */
export async function listMessages(
  owner: string,
  folder: string | undefined,
  query: ListQuery,
): Promise<MailboxMessage[]> {
  const messages: MailboxMessage[] = [];
  if (folder === undefined || folder === 'drafts' || folder === 'sentitems') {
    const place: QueryFilter<SandboxMail> = folder === undefined ? { folder: { $ne: 'unsaved' } } : { folder };
    const own = await find({ mailbox: owner, ...place }, query.where);
    messages.push(...own.map(ownMessage));
  }
  if (query.fitsDelivered) {
    const { folder: _, ...where } = query.where;
    const delivered = await find({ 'deliveredTo.address': owner }, where);
    const copies = delivered.map((mail) => deliveredMessage(mail, owner));
    messages.push(...copies.filter((copy) => folder === undefined || copy.folder === folder));
  }
  const time = ({ mail }: MailboxMessage) => (mail.sentAt ?? mail.createdAt).getTime();
  messages.sort((a, b) => (query.newestFirst ? time(b) - time(a) : time(a) - time(b)));
  return messages.slice(query.skip, query.skip + query.top);
}

/** Their raw source is not asked for: a list shows nothing of it. */
async function find(place: QueryFilter<SandboxMail>, where: QueryFilter<SandboxMail>): Promise<SandboxMail[]> {
  return await SandboxMail.find({ $and: [place, where] } as QueryFilter<SandboxMail>, '-mime').lean<SandboxMail[]>();
}
