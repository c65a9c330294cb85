import type { ConversationRow, Page } from '../../api.ts';

/**
 * Puts a changed conversation where it belongs among the pages that were fetched: newest first.
 *
 * @param matches whether it (still) belongs into this list; else it is taken out.
 * @returns the pages as they are then. What lies beyond the last of them comes when that is reached.
 */
export function placeRow(
  pages: readonly Page<ConversationRow>[],
  row: ConversationRow,
  matches: boolean,
): Page<ConversationRow>[] {
  const without = pages.map((page) => ({ ...page, rows: page.rows.filter(({ id }) => id !== row.id) }));
  if (!matches) return without;
  for (const page of without) {
    const at = page.rows.findIndex((other) => comesBefore(row, other));
    if (at >= 0) {
      page.rows.splice(at, 0, row);
      return without;
    }
  }
  const last = without.at(-1);
  if (last && last.next === undefined) last.rows.push(row);
  return without;
}

function comesBefore(one: ConversationRow, other: ConversationRow): boolean {
  return one.lastMessageAt === other.lastMessageAt ? one.id > other.id : one.lastMessageAt > other.lastMessageAt;
}
