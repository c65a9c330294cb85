import type { StuckItem } from '../../api.ts';
import type { Formats } from '../words/formats.ts';
import { named } from '../words/named.ts';
import type { Words } from '../words/WordsContext.ts';

/** @returns the facts with those values in words that are words of the server's. */
export function factsInWords(facts: StuckItem['facts'], t: Words['t'], formats: Formats): Record<string, unknown> {
  const words: Record<string, (value: string) => string> = {
    kind: (value) => named(t.stuck.about, value),
    work: (value) => named(t.stuck.works, value),
    state: (value) => named(t.stuck.states, value),
    channel: (value) => named(t.list.channels, value),
    expiresAt: (value) => formats.dateTime(value),
  };
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, words[name]?.(String(value)) ?? value]),
  );
}
