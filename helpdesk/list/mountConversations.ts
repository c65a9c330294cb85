import * as z from 'zod';
import type { Refusal } from '../api.ts';
import type { ConsoleDoor } from '../door.ts';
import type { LogReader } from '../log/logReader.ts';
import { noteLook } from '../transcript/noteLook.ts';
import { transcript } from '../transcript/transcript.ts';
import { conversationDetails } from './conversationDetails.ts';
import { filterSchema } from './filterSchema.ts';
import { listConversations } from './listConversations.ts';

const cursor = z.string().max(400).optional();
const id = z.string().min(1).max(300);
const notFound: Refusal = { refused: 'notFound' };

/** Mounts the list, a conversation with its person, and its transcript. */
export function mountConversations(
  door: ConsoleDoor,
  log: LogReader,
  watchers: (id: string, self: string) => Promise<string[]> = async () => [],
): void {
  door.get('/conversations', { audit: false, input: filterSchema.extend({ cursor }) }, async ({ input }) => {
    const { cursor: from, ...filter } = input;
    await log.catchUp();
    const page = await listConversations(filter, from);
    return 'wrong' in page ? { refused: 'wrongInput', fields: page.wrong } : { body: page };
  });

  // Who it is and what was said are looked at together: the one entry is that of the transcript.
  door.get('/conversations/:id', { audit: 'transcriptRead', input: z.strictObject({ id }) }, async (call) => {
    await log.catchUp();
    const details = await conversationDetails(call.input.id, await watchers(call.input.id, call.operator.email));
    if (!details) return notFound;
    return { body: details, audited: await noteLook(call) };
  });

  const part = z.strictObject({ id, before: cursor, after: cursor, around: cursor });
  door.get('/conversations/:id/messages', { audit: 'transcriptRead', input: part }, async (call) => {
    const { id: conversation, ...which } = call.input;
    if (Object.values(which).filter((value) => value !== undefined).length > 1) {
      return { refused: 'wrongInput', fields: Object.keys(which) };
    }
    const found = await transcript(conversation, which);
    if (found === undefined) return notFound;
    if ('wrong' in found) return { refused: 'wrongInput', fields: found.wrong };
    return { body: found, audited: await noteLook(call) };
  });
}
