import * as z from 'zod';
import type { ConsoleDoor } from '../door.ts';
import { filterInAudit } from '../filterInAudit.ts';
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
    // What was looked for is what somebody wrote: that somebody has searched, among what, and whose words they saw, is
    // what is kept. A page is bounded, and so are those on it.
    const { filter: narrowed, ...about } = filterInAudit(filter);
    const people = [...new Set(page.rows.flatMap(({ conversation }) => conversation.person?.email ?? []))].sort();
    const [only, ...others] = people;
    const audited = await audit({
      ...(only !== undefined && others.length === 0 && { forWhom: only }),
      ...about,
      details: { found: page.rows.length, ...(others.length > 0 && { people }), ...narrowed },
      sameLook: JSON.stringify([q, filter, people]),
    });
    return { body: page, audited };
  });
}
