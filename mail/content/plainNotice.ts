import type { Notice } from '../../models/notice.ts';
import { plainLine } from './plainLine.ts';
import { plainLines } from './plainLines.ts';

/** The fields that may have several lines. */
const long = new Set(['message', 'reason', 'text']);

/** @returns the notice with everything that people typed made fit for a subject line and a sentence. */
export function plainNotice<Kind extends Notice>(notice: Kind): Kind {
  return plain(notice, '') as Kind;
}

function plain(value: unknown, field: string): unknown {
  if (typeof value === 'string') return long.has(field) ? plainLines(value) : plainLine(value, 300);
  if (Array.isArray(value)) return value.map((item) => plain(item, field));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, name)]));
}
