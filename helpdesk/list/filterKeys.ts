import type { ConversationFilter } from '../api.ts';

/** No word of a text begins with it (searchTokens.ts), so that keys can stand among words. */
const mark = '=';

/** Of a message: what never changes, or is changed with it. */
const names = ['person', 'organization', 'walk', 'language', 'channel'] as const;
type Name = (typeof names)[number];

/** @returns the key under which every message is found that has this value. */
export function filterKey(name: Name, value: string): string {
  return `${mark}${name}:${value.slice(0, 200).toLowerCase()}`;
}

/** @returns the keys that a message must have to pass a filter; time and the conversation's state are other matters. */
export function filterKeys(filter: ConversationFilter): string[] {
  return names.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [filterKey(name, value)];
  });
}
