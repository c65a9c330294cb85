import * as z from 'zod';
import type { StreamAnswer } from '../call.ts';
import type { ConsoleDoor } from '../door.ts';
import { filterInAudit } from '../filterInAudit.ts';
import { countListed } from '../list/countListed.ts';
import { filterSchema } from '../list/filterSchema.ts';
import type { LogReader } from '../log/logReader.ts';
import { asCsv } from './asCsv.ts';
import { asJson } from './asJson.ts';
import type { ExportedMessage } from './exportedMessage.ts';
import { messagesOfList, messagesOfOne } from './exportedMessages.ts';

const formats = {
  json: { contentType: 'application/json; charset=utf-8', write: asJson },
  csv: { contentType: 'text/csv; charset=utf-8', write: asCsv },
} as const;
type Format = keyof typeof formats;

/** Pieces are put together to so many characters. */
const chunk = 64 * 1_024;

/** Mounts the downloads of one conversation and of a list, one row or object a message. */
export function mountExport(door: ConsoleDoor, log: LogReader): void {
  const file = z.strictObject({ file: z.string().regex(/^.{1,300}\.(json|csv)$/s) });
  // Ids of conversations have dots and colons: the format is what comes after the last.
  door.stream('/export/conversations/:file', { audit: 'exported', input: file }, async ({ input, audit }) => {
    const dot = input.file.lastIndexOf('.');
    const conversation = input.file.slice(0, dot);
    const format = input.file.slice(dot + 1) as Format;
    await log.catchUp();
    const found = await messagesOfOne(conversation);
    if (!found) return { refused: 'notFound' };
    const { messages, person } = found;
    const audited = await audit({
      conversation,
      ...(person !== undefined && { forWhom: person }),
      details: { format },
    });
    return { ...download(messages, format, 'conversation'), audited };
  });
  for (const format of ['json', 'csv'] as const) {
    door.stream(`/export/conversations.${format}`, { audit: 'exported', input: filterSchema }, async (call) => {
      await log.catchUp();
      // Of many it is told which they are, and how many.
      const { filter, ...about } = filterInAudit(call.input);
      const conversations = await countListed(call.input);
      const audited = await call.audit({ ...about, details: { format, ...filter, conversations } });
      return { ...download(messagesOfList(call.input), format, 'conversations'), audited };
    });
  }
}

function download(messages: AsyncIterable<ExportedMessage>, format: Format, name: string) {
  const { contentType, write } = formats[format];
  return {
    contentType,
    fileName: `${name}.${format}`,
    async write(sink) {
      let text = '';
      for await (const piece of write(messages)) {
        text += piece;
        if (text.length < chunk) continue;
        if (!(await sink.write(text))) return;
        text = '';
      }
      await sink.write(text);
    },
  } satisfies StreamAnswer;
}
