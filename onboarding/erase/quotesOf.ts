import { AccessRequest } from '../../models/accessRequest.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';

/** Words of somebody that others were told, and who those are. */
export interface Quote {
  text: string;
  readers: string[];
  /** Not before. */
  since: Date;
}

/** @returns what somebody wrote into requests and decisions, and as they declined; and what their mail server said. */
export async function quotesOf(email: string): Promise<Quote[]> {
  const quotes: Quote[] = [];
  const requests = await AccessRequest.find({
    $or: [
      { 'requester.email': email, message: { $gt: '' } },
      { 'decision.by': email, 'decision.reason': { $gt: '' } },
    ],
  }).lean();
  for (const { requester, deciders, message, decision, createdAt } of requests) {
    const readers = [requester.email, ...deciders].filter((reader) => reader !== email);
    if (requester.email === email && message) quotes.push({ text: message, readers, since: createdAt });
    if (decision?.by === email && decision.reason) quotes.push({ text: decision.reason, readers, since: createdAt });
  }
  const told = {
    'notice.kind': 'invitationNews',
    'notice.person.email': email,
    'notice.news.reason': { $gt: '' },
  } as const;
  const [mails, messages] = await Promise.all([OutgoingMail.find(told).lean(), OutgoingMessage.find(told).lean()]);
  for (const { notice, to, createdAt } of [...mails, ...messages]) {
    if (notice.kind !== 'invitationNews' || !('reason' in notice.news)) continue;
    quotes.push({ text: notice.news.reason, readers: [to.email], since: createdAt });
  }
  return quotes;
}
