import type { Element } from './card.ts';
import { clip } from './clip.ts';
import { paragraph } from './elements.ts';
import type { Reader } from './inWords.ts';

/** How many of the TXT records that stood at a domain one card shows, and how much of each. */
const mostRecords = 5;
const longestRecord = 160;

/** The TXT records that stood there instead of the expected one. Written by others: read as they stand. */
export function recordsFound(found: readonly string[], { texts }: Reader): Element[] {
  return [
    ...found
      .slice(0, mostRecords)
      .map((record) => paragraph(clip(record, longestRecord), { monospace: true, spacing: 'Small' })),
    ...(found.length > mostRecords
      ? [paragraph(texts.addDomain.moreFound({ count: found.length - mostRecords }), { isSubtle: true })]
      : []),
  ];
}
