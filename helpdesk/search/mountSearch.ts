import * as z from 'zod';
import type { ConsoleDoor } from '../door.ts';
import { filterSchema } from '../list/filterSchema.ts';
import type { LogReader } from '../log/logReader.ts';
import { searchLog } from './searchLog.ts';

const input = filterSchema.extend({ q: z.string().max(1_000), cursor: z.string().max(400).optional() });

/** Mounts the search over everything that was said. */
export function mountSearch(door: ConsoleDoor, log: LogReader): void {
  door.get('/search', { audit: 'searched', input }, async ({ input: { q, cursor, ...filter }, audit }) => {
    await log.catchUp();
    const page = await searchLog(q, filter, cursor);
    if ('wrong' in page) return { refused: 'wrongInput', fields: page.wrong };
    // What was looked for is what somebody wrote: that somebody has searched, and among what, is what is kept.
    const audited = await audit({
      details: { found: page.rows.length, ...filter },
      ...(filter.person !== undefined && { forWhom: filter.person.toLowerCase() }),
      sameLook: JSON.stringify([q, filter]),
    });
    return { body: page, audited };
  });
}
