import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { Conversation } from '../models/conversation.ts';
import { isDuplicateKey } from '../onboarding/isDuplicateKey.ts';
import { RecentlyUsed } from './recentlyUsed.ts';
import type { UnsentTurn } from './unsentTurn.ts';

/** Where a conversation stands, as far as the bot writes it. Not changed in place: {@link Conversations} replaces it. */
export interface Standing {
  readonly id: string;
  /** 0: not written yet. */
  readonly version: number;
  readonly person?: string;
  readonly state?: string;
  readonly recentActivityIds: readonly string[];
  readonly unsent: readonly UnsentTurn[];
  readonly language?: string;
  readonly walk?: string;
  readonly step?: string;
  readonly installed?: boolean;
  /** Somebody of the helpdesk speaks here; whoever changes that tells {@link Conversations.reread}. */
  readonly joined?: boolean;
  /** The helpdesk was done with it: the next turn opens it again. */
  readonly done?: boolean;
}

type Written = Omit<Standing, 'id' | 'version' | 'joined'>;

/** Somebody else wrote the conversation in the meantime. */
export class ConversationConflict extends Error {
  constructor(id: string) {
    super(`conversation ${id} was written by another process in the meantime`);
    this.name = 'ConversationConflict';
  }
}

export interface ConversationsOptions {
  /**
   * No other process writes the same store (the built-in engine): conversations are kept in memory, and that messages
   * have been sent is written with the next turn, or a moment later.
   */
  exclusive: boolean;
}

/** How long one of several processes has a conversation for itself before the others take it for dead. */
const leaseMilliseconds = 60_000;
/** How long a person waits for another process at most. */
const mostWaiting = 90_000;
const flushMilliseconds = 250;

/**
 * Where all conversations stand: opened at the begin of a turn, written once when it is recorded. The caller sees to it
 * that in this process nobody else has the conversation open (TurnLine); with several processes a lease does.
 */
export class Conversations {
  /** No other process writes the same store. */
  readonly exclusive: boolean;
  readonly #known = new RecentlyUsed<Standing>(5_000);
  /** Conversations whose `unsent` in the store is older than what is known here. */
  readonly #stale = new Map<string, Standing>();
  #flushing: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor({ exclusive }: ConversationsOptions) {
    this.exclusive = exclusive;
  }

  /** @returns where the conversation stands; a new one if it was never seen. */
  async open(id: string): Promise<Standing> {
    if (!this.exclusive) return await this.#openLeased(id);
    const known = this.#stale.get(id) ?? this.#known.get(id);
    if (known !== undefined) return known;
    const document = await Conversation.collection.findOne({ _id: id as never });
    const standing = read(id, document as Partial<Conversation> | null);
    this.#known.set(id, standing);
    return standing;
  }

  /** Looks again whether the helpdesk is in a conversation, and whether it is there at all. The caller sees to it that nobody else has it open. */
  async reread(id: string): Promise<void> {
    if (!this.exclusive) return;
    const document = (await Conversation.collection.findOne(
      { _id: id as never },
      { projection: { joined: 1, doneAt: 1 } },
    )) as Partial<Conversation> | null;
    if (document === null) {
      // It was erased: whoever writes next begins anew.
      this.#known.delete(id);
      this.#stale.delete(id);
      return;
    }
    for (const kept of [this.#known, this.#stale]) {
      const standing = kept.get(id);
      if (standing !== undefined) kept.set(id, { ...standing, ...helpdeskState(document) });
    }
  }

  /** Lets other processes have the conversation. */
  async close(standing: Standing): Promise<void> {
    if (this.exclusive) return;
    await Conversation.collection.updateOne(
      { _id: standing.id as never, version: standing.version },
      { $unset: { leaseUntil: '' } },
    );
  }

  /**
   * Records a turn: one write.
   * @throws ConversationConflict when somebody else wrote in the meantime; nothing is written then.
   */
  async write(standing: Standing, changes: Partial<Written>): Promise<Standing> {
    const now = DateTime.now().toJSDate();
    const next: Standing = { ...standing, ...changes, version: standing.version + 1 };
    const set: Record<string, unknown> = {
      version: next.version,
      recentActivityIds: next.recentActivityIds.join('\n'),
      lastMessageAt: now,
    };
    const unset: Record<string, ''> = {};
    const put = (name: string, before: unknown, after: unknown) => {
      if (after !== undefined && after !== before) set[name] = after;
      else if (after === undefined && before !== undefined) unset[name] = '';
    };
    for (const name of ['person', 'state', 'language', 'walk', 'step', 'installed'] as const) {
      put(name, standing[name], next[name]);
    }
    if (next.unsent.length > 0) {
      set.unsent = recorded(next.unsent);
      set.hasUnsent = true;
    } else if (standing.unsent.length > 0 || this.#stale.has(standing.id)) {
      unset.unsent = '';
      unset.hasUnsent = '';
    }
    if (standing.done && !next.done) unset.doneAt = '';
    const isNew = standing.version === 0;
    if (isNew) Object.assign(set, { channel: 'teams', startedAt: now });
    const written = await Conversation.collection
      .updateOne(
        { _id: standing.id as never, version: isNew ? { $in: [0, null] } : standing.version },
        { $set: set, ...(Object.keys(unset).length > 0 && { $unset: unset }) },
        { upsert: isNew },
      )
      .catch((fault) => {
        this.#known.delete(standing.id);
        if (isDuplicateKey(fault)) throw new ConversationConflict(standing.id);
        throw fault;
      });
    if (written.matchedCount + written.upsertedCount === 0) {
      this.#known.delete(standing.id);
      this.#stale.delete(standing.id);
      throw new ConversationConflict(standing.id);
    }
    this.#stale.delete(standing.id);
    this.#keep(next);
    return next;
  }

  /** Notes that messages of recorded turns have been sent, or what their ids are. */
  async noteSent(standing: Standing, changes: Partial<Pick<Written, 'unsent' | 'state'>>): Promise<Standing> {
    const next: Standing = { ...standing, ...changes };
    if (this.exclusive) {
      // If the process dies before this is written, the messages are sent a second time: better twice than never.
      this.#stale.set(next.id, next);
      this.#flushing ??= setTimeout(() => void this.flush().catch(() => undefined), flushMilliseconds);
      this.#keep(next);
      return next;
    }
    await writeSent(next);
    return next;
  }

  /** Writes what {@link noteSent} has put off. */
  async flush(): Promise<void> {
    clearTimeout(this.#flushing);
    this.#flushing = undefined;
    this.#writing = this.#writing
      .catch(() => undefined)
      .then(async () => {
        for (const [id, standing] of [...this.#stale]) {
          await writeSent(standing);
          if (this.#stale.get(id) === standing) this.#stale.delete(id);
        }
      });
    await this.#writing;
  }

  /** @returns the ids of conversations in which something is left to be said by a process that is gone. */
  async withUnsent(): Promise<string[]> {
    const filter = this.exclusive
      ? { hasUnsent: true }
      : { hasUnsent: true, lastMessageAt: { $lt: DateTime.now().minus(leaseMilliseconds).toJSDate() } };
    const found = await Conversation.find(filter, { _id: 1 }).lean();
    return found.map(({ _id }) => _id).filter((id) => !this.#stale.has(id));
  }

  #keep(standing: Standing): void {
    if (this.exclusive) this.#known.set(standing.id, standing);
  }

  async #openLeased(id: string): Promise<Standing> {
    const givenUpAt = DateTime.now().toMillis() + mostWaiting;
    for (let pause = 10; ; pause = Math.min(250, pause * 2)) {
      const now = DateTime.now();
      try {
        const document = await Conversation.collection.findOneAndUpdate(
          { _id: id as never, $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lt: now.toJSDate() } }] },
          {
            $set: { leaseUntil: now.plus(leaseMilliseconds).toJSDate() },
            $setOnInsert: {
              channel: 'teams',
              version: 0,
              startedAt: now.toJSDate(),
              lastMessageAt: now.toJSDate(),
            },
          },
          { upsert: true, returnDocument: 'after' },
        );
        return read(id, document as Partial<Conversation> | null);
      } catch (fault) {
        // The upsert met the document of whoever has the lease.
        if (!isDuplicateKey(fault) || DateTime.now().toMillis() > givenUpAt) throw fault;
      }
      await wait(pause + randomInt(pause));
    }
  }
}

function read(id: string, document: Partial<Conversation> | null): Standing {
  return {
    id,
    version: document?.version ?? 0,
    person: document?.person,
    state: document?.state,
    recentActivityIds: document?.recentActivityIds?.split('\n') ?? [],
    unsent: document?.unsent === undefined ? [] : (JSON.parse(document.unsent) as UnsentTurn[]),
    language: document?.language,
    walk: document?.walk,
    step: document?.step,
    installed: document?.installed,
    ...helpdeskState(document),
  };
}

function helpdeskState(document: Partial<Conversation> | null): Pick<Standing, 'joined' | 'done'> {
  return { joined: document?.joined !== undefined, done: document?.doneAt !== undefined };
}

/** A card that stands in the conversation log is not kept a second time. */
function recorded(turns: readonly UnsentTurn[]): string {
  const slim = turns.map((turn) => ({
    ...turn,
    messages: turn.messages.map(({ card, ...message }) =>
      message.cardIn === undefined ? { ...message, card } : message,
    ),
  }));
  return JSON.stringify(slim);
}

async function writeSent({ id, version, unsent, state }: Standing): Promise<void> {
  const set = {
    ...(state !== undefined && { state }),
    ...(unsent.length > 0 && { unsent: recorded(unsent), hasUnsent: true }),
  };
  await Conversation.collection.updateOne(
    { _id: id as never, version },
    {
      ...(Object.keys(set).length > 0 && { $set: set }),
      ...(unsent.length === 0 && { $unset: { unsent: '', hasUnsent: '' } }),
    },
  );
}
