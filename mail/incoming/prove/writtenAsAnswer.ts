import { DateTime } from 'luxon';
import type { Notice } from '../../../models/notice.ts';
import type { OutgoingMail } from '../../../models/outgoingMail.ts';
import { plainLine } from '../../content/plainLine.ts';
import type { MailRead } from '../mailRead.ts';

/** So far behind may the clock be of whoever answers. */
const clockSkew = { days: 1 };
/** So much of a name stands in a subject for certain. */
const mostOfName = 60;

/**
 * Whether a mail was written to answer one of ours. That it bears the reference does not say so: where a mail goes and
 * what it answers (To, In-Reply-To) Exchange Online does not sign, so that whoever has seen a reference, in a copy or in
 * a mail passed on, could put it on anything else that its person has ever signed: an “ok” about lunch. What servers do
 * sign is when it was written and its subject, and that of a request names who asks.
 */
export function writtenAsAnswer(
  { date, subject }: Pick<MailRead, 'date' | 'subject'>,
  { sentAt, createdAt, notice }: Pick<OutgoingMail, 'sentAt' | 'createdAt' | 'notice'>,
): boolean {
  const earliest = DateTime.fromJSDate(sentAt ?? createdAt)
    .minus(clockSkew)
    .toJSDate();
  if (date === undefined || date < earliest) return false;
  const name = requesterIn(notice);
  return name === undefined || folded(subject).includes(folded(name).slice(0, mostOfName));
}

/** @returns who asks for what a mail of ours puts to its reader, for the first time or again. */
function requesterIn(notice: Notice): string | undefined {
  if (notice.kind === 'accessRequested') return notice.requester.name;
  return notice.kind === 'mailAnswer' ? notice.asksBack?.request.requester.name : undefined;
}

function folded(line: string): string {
  return plainLine(line, 500).normalize('NFC').toLowerCase();
}
