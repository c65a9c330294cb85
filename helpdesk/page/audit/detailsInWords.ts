import { named } from '../words/named.ts';
import type { Words } from '../words/WordsContext.ts';

/** @returns an entry's details with those values in words that are words of the server's. */
export function detailsInWords(
  details: Record<string, unknown>,
  { t, texts, formats }: Words,
): Record<string, unknown> {
  const words: Record<string, (value: string) => string> = {
    roles: (value) => named(texts.roles, value),
    state: (value) => named(t.list.states, value),
    channel: (value) => named(t.list.channels, value),
    walk: (value) => named(texts.walks, value),
    language: (value) => formats.language(value),
  };
  const inWords = (name: string, value: unknown) => {
    const word = words[name] ?? ((one: string) => one);
    if (Array.isArray(value)) return formats.list(value.map((one) => word(String(one))));
    return typeof value === 'string' ? word(value) : value;
  };
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, inWords(name, value)]));
}
