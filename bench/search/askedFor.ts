import { DateTime } from 'luxon';
import type { ConversationFilter } from '../../helpdesk/api.ts';
import { splitWords } from '../../language/splitWords.ts';
import { type Organization, one } from './writers.ts';
import type { WrittenConversation, WrittenLog } from './writtenLog.ts';
import { writtenLanguages } from './zipfWords.ts';

export interface Asked {
  what: 'common word' | 'several words' | 'beginning' | 'address' | 'number' | 'with filters' | 'second page';
  query: string;
  filter?: ConversationFilter;
}

/** @returns one search of each kind, as people ask for what was written. */
export function askedFor(
  log: WrittenLog,
  sample: readonly WrittenConversation[],
  organizations: readonly Organization[],
  random: () => number,
): Asked[] {
  const someWords = (): string[] => {
    for (;;) {
      const found = splitWords(one(one(sample, random).messages, random).text);
      const words = found.map(({ text }) => text).filter((text) => text.length > 2);
      if (words.length >= 3) return words;
    }
  };
  const word = () => one(someWords(), random);
  const commonWord = () => {
    const common = log.words[one(writtenLanguages, random)].ranked.slice(0, 80).filter((each) => each.length > 3);
    return one(common, random);
  };
  const phrase = () => {
    const words = someWords();
    const first = Math.floor(random() * (words.length - 2));
    return words.slice(first, first + 2 + Math.floor(random() * 2)).join(' ');
  };
  const longWord = () => {
    for (;;) {
      const found = word();
      if (found.length > 4) return found;
    }
  };
  const filter = (): ConversationFilter => {
    const { conversation } = one(sample, random);
    const at = DateTime.fromJSDate(conversation.lastMessageAt, { zone: 'utc' });
    return one<ConversationFilter>(
      [
        { channel: conversation.channel },
        { organization: one(organizations, random).id.toHexString() },
        { language: conversation.language as string },
        { walk: conversation.walk as string },
        { person: conversation.person as string },
        { from: at.minus({ days: 7 }).toISODate() as string, to: at.toISODate() as string },
        { to: at.toISODate() as string, channel: 'mail' },
        { state: 'open', channel: 'teams' },
      ],
      random,
    );
  };
  const number = () => {
    const { agreement, account } = one(organizations, random);
    return one([agreement, account], random);
  };
  return [
    { what: 'common word', query: commonWord() },
    { what: 'several words', query: phrase() },
    { what: 'beginning', query: longWord().slice(0, 3 + Math.floor(random() * 2)) },
    { what: 'address', query: one(sample, random).conversation.person as string },
    { what: 'number', query: number() },
    { what: 'with filters', query: word(), filter: filter() },
    { what: 'second page', query: commonWord() },
  ];
}
