import { Duration } from 'luxon';
import { pino } from 'pino';
import { startInbox } from '../../../../mail/incoming/fetch/inbox.ts';
import type { Inbox, InboxOptions } from '../../../../mail/incoming/fetch/inboxOptions.ts';
import { MailboxTraffic } from '../../../../mail/mailboxTraffic.ts';
import { IncomingMail } from '../../../../models/incomingMail.ts';
import { IncomingSource } from '../../../../models/incomingSource.ts';
import { sendAtOnce } from '../../../../sandbox/mailbox/graph/writeMail.ts';
import { linkSecret, mailbox } from '../../mailTest.ts';

/** An inbox that was started, with all that it logged and how often it said that something was recorded. */
export interface TestInbox extends Inbox {
  log: string[];
  recorded: number;
}

export function openInbox(baseUrl: string, more: Partial<InboxOptions> = {}): TestInbox {
  const log: string[] = [];
  const inbox = startInbox({
    graph: { baseUrl, mailbox, getToken: async () => 'token-of-tests' },
    traffic: new MailboxTraffic(),
    linkSecret,
    askEvery: Duration.fromObject({ minutes: 3 }),
    largestMail: 100_000,
    giveUpAfter: Duration.fromObject({ days: 3 }),
    recorded: () => {
      opened.recorded += 1;
    },
    log: pino({}, { write: (line) => log.push(line) }),
    ...more,
  });
  const opened: TestInbox = { ...inbox, log, recorded: 0 };
  return opened;
}

/** Somebody writes to Usher. @returns the subject. */
export async function writeTo(subject: string, to = mailbox, text = 'Good morning'): Promise<string> {
  const toRecipients = [{ name: '', address: to }];
  await sendAtOnce(
    'marco.ferri@contoso.com',
    { subject, toRecipients, body: { contentType: 'text', content: text } },
    true,
  );
  return subject;
}

/** The mails that stand recorded, as their subject lines. Sorted. */
export async function recordedSubjects(): Promise<string[]> {
  const mails = await IncomingMail.find({ state: 'recorded' });
  const sources = await Promise.all(mails.map(({ _id }) => sourceOf(_id)));
  return sources.map((source) => /^Subject: (.*)$/m.exec(source)?.[1]?.trim() ?? 'without source').sort();
}

/** The source of a mail as it is recorded; empty where there is none. */
export async function sourceOf(id: string | undefined): Promise<string> {
  return (await IncomingSource.findById(id))?.mime.toString('latin1') ?? '';
}
