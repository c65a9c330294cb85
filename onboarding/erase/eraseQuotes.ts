import { Message } from '../../models/message.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { SearchEntry } from '../../models/searchEntry.ts';
import type { LogLease } from '../searchIndex/logLease.ts';
import { removeEntries } from '../searchIndex/removeEntries.ts';
import type { Quote } from './quotesOf.ts';
import { blocksWithoutQuotes, withoutQuotes } from './withoutQuotes.ts';

/**
 * Takes words out of what others were told, in their transcripts and in the records of the mails that answered them. A
 * message in which they stood is not found by its words any more; its conversation is found by the others.
 */
export async function eraseQuotes(quotes: readonly Quote[], lease: Pick<LogLease, 'keep'>): Promise<void> {
  const byReader = new Map<string, { since: Date; texts: string[] }>();
  for (const { text, readers, since } of quotes) {
    for (const reader of readers) {
      const known = byReader.get(reader) ?? { since, texts: [] };
      byReader.set(reader, { since: since < known.since ? since : known.since, texts: [...known.texts, text] });
    }
  }
  for (const [person, { since, texts }] of byReader) {
    const told = Message.find({ person, direction: 'out', at: { $gte: since } })
      .lean()
      .cursor();
    for await (const message of told) {
      const changed = withoutQuotes(message, texts);
      if (changed === undefined) continue;
      await lease.keep();
      await removeEntries(await SearchEntry.find({ _id: message._id }).lean());
      await Message.updateOne({ _id: message._id }, { $set: changed });
    }
    await eraseInAnswers(person, since, texts);
  }
}

async function eraseInAnswers(person: string, since: Date, texts: readonly string[]): Promise<void> {
  const answers = { 'to.email': person, 'notice.kind': 'mailAnswer', createdAt: { $gte: since } } as const;
  for await (const { _id, notice } of OutgoingMail.find(answers).lean().cursor()) {
    const blocks = notice.kind === 'mailAnswer' && blocksWithoutQuotes(notice.blocks, texts);
    if (blocks) await OutgoingMail.updateOne({ _id }, { $set: { 'notice.blocks': blocks } });
  }
}
