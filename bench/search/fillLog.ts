import { pino } from 'pino';
import { startLogReader } from '../../helpdesk/log/logReader.ts';
import { Conversation } from '../../models/conversation.ts';
import { Message } from '../../models/message.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { Organization } from './writers.ts';
import type { WrittenConversation, WrittenLog } from './writtenLog.ts';

const portion = 2_000;
const samples = 2_000;

export interface FilledLog {
  /** Some of the conversations, each as likely as any other. */
  sample: WrittenConversation[];
  /** How long it took to write the log, and to read it into the search, in seconds. */
  written: number;
  read: number;
}

/** Writes a log into the open store, many messages at a time, and lets Usher's reader make of it what is searched. */
export async function fillLog(
  log: WrittenLog,
  organizations: readonly Organization[],
  random: () => number,
): Promise<FilledLog> {
  const begun = performance.now();
  await PurchasingAccount.insertMany(
    organizations.map(({ id, name, domain, agreement, account }) => ({
      _id: id,
      number: account,
      agreement: id,
      agreementNumber: agreement,
      organization: name,
      country: 'IT',
      timeZone: 'Europe/Rome',
      administrator: { email: `admin@${domain}`, firstName: 'Ada', lastName: 'Conti', language: 'it' },
      administratorDomain: domain,
    })),
  );
  const sample: WrittenConversation[] = [];
  let seen = 0;
  let some: WrittenConversation[] = [];
  let messages = 0;
  const write = async () => {
    await Promise.all([
      Message.collection.insertMany(some.flatMap((one) => one.messages) as never[], { ordered: false }),
      Conversation.collection.insertMany(some.map(({ conversation }) => conversation) as never[], { ordered: false }),
    ]);
    some = [];
    messages = 0;
  };
  for (const one of log.conversations()) {
    some.push(one);
    messages += one.messages.length;
    seen += 1;
    const place = sample.length < samples ? sample.length : Math.floor(random() * seen);
    if (place < samples) sample[place] = one;
    if (messages >= portion) await write();
  }
  if (messages > 0) await write();
  const written = performance.now();
  const reader = startLogReader({ log: pino({ level: 'error' }, pino.destination(2)) });
  await reader.catchUp();
  await reader.stop();
  return { sample, written: (written - begun) / 1_000, read: (performance.now() - written) / 1_000 };
}
