import type { ConversationFilter } from '../../api.ts';

/** What the address of the page says: which list, which search, which message. */
export interface Place {
  filter: ConversationFilter;
  /** What is searched for. */
  query?: string;
  /** Which message of the conversation is meant. */
  message?: string;
}

const filterNames = [
  'state',
  'channel',
  'organization',
  'walk',
  'language',
  'person',
  'from',
  'to',
] as const satisfies readonly (keyof ConversationFilter)[];

/** @returns the place that the query of an address says. */
export function readPlace(search: string): Place {
  const sent = new URLSearchParams(search);
  const filter: Record<string, string> = {};
  for (const name of filterNames) {
    const value = sent.get(name);
    if (value) filter[name] = value;
  }
  // Days are the operator's; without any day no zone is needed.
  if (filter.from || filter.to) filter.zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const query = sent.get('q');
  const message = sent.get('message');
  return { filter, ...(query && { query }), ...(message && { message }) };
}

/** @returns the address of a place, below the console's own. @param id of the open conversation. */
export function addressOf({ filter, query, message }: Place, id?: string): string {
  const { zone: _zone, ...shown } = filter;
  const values = { ...(query && { q: query }), ...shown, ...(message && { message }) };
  const search = Object.keys(values).length ? `?${new URLSearchParams(values)}` : '';
  const path = id === undefined ? (query ? '/search' : '/conversations') : `/conversations/${encodeURIComponent(id)}`;
  return path + search;
}
