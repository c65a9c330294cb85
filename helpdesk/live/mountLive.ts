import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import * as z from 'zod';
import { HelpdeskWatch } from '../../models/helpdeskWatch.ts';
import { ListedConversation } from '../../models/listedConversation.ts';
import { LogReading } from '../../models/logReading.ts';
import type { ConversationFilter, LiveEvent } from '../api.ts';
import { auditLook } from '../auditLook.ts';
import type { Operator, Sink } from '../call.ts';
import type { ConsoleDoor } from '../door.ts';
import type { HelpdeskSettings } from '../helpdeskSettings.ts';
import { filterSchema } from '../list/filterSchema.ts';
import { matches } from '../list/matches.ts';
import { stuckCounter } from '../stuck/countStuck.ts';
import { noteLook } from '../transcript/noteLook.ts';
import { changedConversations } from './changedConversations.ts';
import { changedMessages } from './changedMessages.ts';
import { isAfter, type LiveCursor, portionEnd, readLiveCursor, writeLiveCursor } from './liveCursor.ts';
import type { LiveSource } from './liveSource.ts';
import { currentWatches, namesOfOthers } from './watchers.ts';

/** Proxies give up a connection on which nothing comes. In milliseconds. */
const heartbeatEvery = 15_000;
const watchLasts = { seconds: 40 };
/** In portions of the log. */
const mostTouched = 20;

const input = filterSchema.extend({
  conversation: z.string().min(1).max(300).optional(),
  since: z.string().max(600).optional(),
});

interface Watching {
  source: LiveSource;
  countStuck: () => Promise<number>;
  operator: Operator;
  filter: ConversationFilter;
  conversation?: string | undefined;
  cursor: LiveCursor;
}

/** Mounts what comes by itself: the list as it changes, and what is said in one conversation beside it. */
export function mountLive(door: ConsoleDoor, source: LiveSource, { house }: HelpdeskSettings): void {
  const countStuck = stuckCounter();
  door.stream('/live', { audit: 'inUseCase', input }, async ({ input: query, operator, lastEventId }) => {
    const { conversation, since, ...filter } = query;
    const newest = await source.seq();
    // What a browser says when it connects again is newer than the address that it connects to.
    const told = lastEventId ?? since;
    const known = told === undefined ? undefined : readLiveCursor(told);
    // One of another store, or made up: nothing can be made good for it.
    const cursor = known !== undefined && known.seq <= newest + 1 ? known : portionEnd(newest);
    if (conversation !== undefined) {
      await noteLook({
        input: { id: conversation },
        async audit(about) {
          await auditLook(house, 'transcriptRead', operator, about);
          return { audited: 'transcriptRead' };
        },
      });
    }
    return {
      contentType: 'text/event-stream',
      write: (sink) => write(sink, { source, countStuck, operator, filter, conversation, cursor }),
    };
  });
}

async function write(
  sink: Sink,
  { source, countStuck, operator, filter, conversation, ...begin }: Watching,
): Promise<void> {
  let { cursor } = begin;
  let counts = '';
  let erasures: number | undefined;
  let others = '';
  const presence = conversation === undefined ? undefined : watchConversation(conversation, operator);
  const looks = lookOuts(source, sink.gone);
  const send = async ({ event, data }: LiveEvent, at?: LiveCursor) => {
    await sink.write(`event: ${event}\n${at ? `id: ${writeLiveCursor(at)}\n` : ''}data: ${JSON.stringify(data)}\n\n`);
  };
  try {
    let lastSent = DateTime.now().toMillis();
    let upTo = await source.seq();
    while (!sink.gone.aborted) {
      for (let more = true; more && !sink.gone.aborted; ) {
        const before = cursor;
        cursor = await sendNews(upTo);
        more = isAfter(portionEnd(upTo), cursor) && cursor !== before;
      }
      await presence?.renew();
      const news = await source.shared('counts', () => countAll(countStuck));
      if (JSON.stringify(news) !== counts) {
        // The first one tells from where to go on.
        await send({ event: 'counts', data: news }, counts === '' ? cursor : undefined);
        counts = JSON.stringify(news);
        lastSent = DateTime.now().toMillis();
      }
      const erased = await source.shared('erasures', countErasures);
      if (erased !== erasures) await send({ event: 'erasures', data: erased });
      erasures = erased;
      if (conversation !== undefined) {
        const names = namesOfOthers(await source.shared('watches', currentWatches), conversation, operator.email);
        if (JSON.stringify(names) !== others) await send({ event: 'watchers', data: names });
        others = JSON.stringify(names);
      }
      if (DateTime.now().toMillis() - lastSent > heartbeatEvery) {
        await sink.write(': here\n\n');
        lastSent = DateTime.now().toMillis();
      }
      upTo = (await looks.next()) ?? upTo;
    }
  } finally {
    looks.end();
    await presence?.end();
  }

  /** Sends what came after the cursor, the list's and the conversation's in one order, so that each tells from where to go on. */
  async function sendNews(upTo: number): Promise<LiveCursor> {
    if (upTo <= cursor.seq && cursor.at === Number.MAX_SAFE_INTEGER) return cursor;
    const question = `changed ${writeLiveCursor(cursor)} ${upTo}`;
    const { changed, next } = await source.shared(question, () => changedConversations(cursor, upTo));
    const news: { at: LiveCursor; event: LiveEvent }[] = changed.map((one) => ({
      at: one.cursor,
      event: { event: 'conversation', data: { row: one.row, matches: matches(one.listed, filter) } },
    }));
    if (conversation !== undefined && (await isTouched(conversation, upTo))) {
      for (const { message, cursor: at } of await changedMessages(conversation, cursor, next.seq)) {
        // Where a portion was cut, its messages come with its end.
        if (!isAfter(at, next)) news.push({ at, event: { event: 'message', data: message } });
      }
    }
    news.sort((one, other) => (isAfter(one.at, other.at) ? 1 : -1));
    for (const { at, event } of news) await send(event, at);
    return next;
  }

  /** Most who watch a conversation have nothing to be told: that is found out once for all of them. */
  async function isTouched(id: string, upTo: number): Promise<boolean> {
    const { seq } = cursor;
    if (upTo - seq > mostTouched) return true;
    return (await source.shared(`touched ${seq}`, () => conversationsSince(seq))).has(id);
  }
}

/** Those of the next look; what came while nobody was waiting is not lost. */
function lookOuts(source: LiveSource, gone: AbortSignal) {
  let seen: number | undefined;
  let waiting: ((seq: number | undefined) => void) | undefined;
  const tell = (seq: number | undefined) => {
    if (waiting) waiting(seq);
    else seen = seq;
    waiting = undefined;
  };
  const stop = source.watch(tell);
  const leave = () => tell(undefined);
  gone.addEventListener('abort', leave);
  return {
    next(): Promise<number | undefined> {
      if (gone.aborted) return Promise.resolve(undefined);
      const ready = seen;
      seen = undefined;
      if (ready !== undefined) return Promise.resolve(ready);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    end() {
      stop();
      gone.removeEventListener('abort', leave);
    },
  };
}

function watchConversation(conversation: string, { email, name }: Operator) {
  const _id = randomUUID();
  let renewAt = 0;
  return {
    async renew(): Promise<void> {
      const at = DateTime.now();
      if (at.toMillis() < renewAt) return;
      renewAt = at.toMillis() + heartbeatEvery;
      await HelpdeskWatch.updateOne(
        { _id },
        { $set: { conversation, email, name, until: at.plus(watchLasts).toJSDate() } },
        { upsert: true },
      );
    },
    async end(): Promise<void> {
      await HelpdeskWatch.deleteOne({ _id });
    },
  };
}

/** @returns the ids of conversations in which something was listed since a portion, that one included. */
async function conversationsSince(seq: number): Promise<Set<string>> {
  const rows = await ListedConversation.find({ seq: { $gte: seq } }, { _id: 1 }).lean();
  return new Set(rows.map(({ _id }) => _id));
}

async function countErasures(): Promise<number> {
  return (await LogReading.findOne({}, { erasures: 1 }).lean())?.erasures ?? 0;
}

async function countAll(countStuck: () => Promise<number>): Promise<Extract<LiveEvent, { event: 'counts' }>['data']> {
  const [waiting, stuck] = await Promise.all([ListedConversation.countDocuments({ state: 'waiting' }), countStuck()]);
  return { waiting, stuck };
}
