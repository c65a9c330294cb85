import type { TurnContext } from 'botbuilder';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { OutMessage, Turn } from '../dialogs/turn.ts';
import { defaultLanguage, spokenLanguage, textsFor } from '../language/texts.ts';
import { ConnectorRefusal } from './connectorRefusal.ts';
import { logTurn, type Said } from './conversationLog.ts';
import { ConversationConflict, type Conversations, type Standing } from './conversations.ts';
import { faultReference } from './faultReference.ts';
import type { Identified, Roster } from './roster.ts';
import type { Sender } from './sender.ts';
import type { TurnLine } from './turnLine.ts';
import type { Address, UnsentMessage, UnsentTurn } from './unsentTurn.ts';

/** Something that arrived in a conversation and wants a turn. */
export interface Arrival {
  /** Conversation._id */
  conversation: string;
  activityId?: string;
  context: TurnContext;
  address: Address;
  personal: boolean;
  /** Reads what arrived; may take time (a file). */
  read(): Promise<Turn['input']>;
  /** What the conversation log shows for it; absent when nothing was said. */
  logged?: { text: string; value?: string };
  cardActivityId?: string;
  /** Answers it. */
  answer(turn: Turn): Promise<void>;
  /** Whether Usher is installed afterwards: the greeting is for the first time only. */
  installed?: boolean;
  /** Takes a card that replaces the one that was pressed, where the channel wants it as the answer to the press. */
  replaceInAnswer?(card: string): void;
}

export interface TurnsOptions {
  conversations: Conversations;
  line: TurnLine;
  roster: Roster;
  sender: Sender;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** How many activity ids are remembered, so that one that is delivered again is known. */
const mostRecent = 100;
/** How long unsent messages are worth sending, in hours. */
const unsentHolds = 24;

/** Something broke in a turn, and the person has been told. */
export interface Fault {
  reference: string;
}

/** Takes one turn after the other in each conversation: identify, answer, record, send, log. */
export class Turns {
  readonly #options: TurnsOptions;

  constructor(options: TurnsOptions) {
    this.#options = options;
  }

  /** @returns the reference that the person was given, when something broke. */
  async take(arrival: Arrival): Promise<Fault | undefined> {
    return await this.#options.line.run(arrival.conversation, async () => {
      try {
        return await this.#inLine(arrival);
      } catch (fault) {
        if (!(fault instanceof ConversationConflict)) return await this.#tellWithoutRecord(arrival, fault);
      }
      // Another process wrote this conversation in the meantime: once more, on what stands there now.
      try {
        return await this.#inLine(arrival);
      } catch (fault) {
        return await this.#tellWithoutRecord(arrival, fault);
      }
    });
  }

  /** Sends what a process that is gone had recorded and not sent. */
  async sendUnsent(conversation: string): Promise<void> {
    await this.#options.line.run(conversation, async () => {
      const standing = await this.#options.conversations.open(conversation);
      let last = standing;
      try {
        if (standing.unsent.length > 0) last = await this.#sendRecorded(standing);
      } finally {
        await this.#options.conversations.close(last);
      }
    });
  }

  /** Usher was taken out of a conversation: put in again, it greets again. */
  async noteRemoved(conversation: string): Promise<void> {
    const { conversations, line } = this.#options;
    await line.run(conversation, async () => {
      let standing = await conversations.open(conversation);
      try {
        if (standing.version > 0) standing = await conversations.write(standing, { installed: undefined });
      } finally {
        await conversations.close(standing);
      }
    });
  }

  async #inLine(arrival: Arrival): Promise<Fault | undefined> {
    const { conversations } = this.#options;
    const { activityId } = arrival;
    let standing = await conversations.open(arrival.conversation);
    try {
      // Whatever was left unsaid is said first: the order stays.
      if (standing.unsent.length > 0) standing = await this.#sendRecorded(standing);
      if (activityId !== undefined && standing.recentActivityIds.includes(activityId)) return undefined;
      if (arrival.installed === true && standing.installed) return undefined;
      const turn = await this.#answer(arrival, standing);
      standing = await conversations.write(
        standing,
        {
          ...turn.changes,
          ...(arrival.installed !== undefined && turn.recorded.fault === undefined && { installed: arrival.installed }),
          recentActivityIds:
            activityId === undefined
              ? standing.recentActivityIds
              : [...standing.recentActivityIds, activityId].slice(-mostRecent),
          unsent: turn.recorded.messages.length > 0 ? [...standing.unsent, turn.recorded] : standing.unsent,
        },
        turn.waitingForPerson,
      );
      if (turn.recorded.messages.length > 0) standing = await this.#sendRecorded(standing, arrival);
      else await this.#log(standing.id, turn.recorded, []);
      return turn.recorded.fault === undefined ? undefined : { reference: turn.recorded.fault };
    } finally {
      await conversations.close(standing);
    }
  }

  /** Runs the walks; whatever breaks there becomes a sentence with a reference. */
  async #answer(arrival: Arrival, standing: Standing) {
    const { log, roster } = this.#options;
    const clientLocale = arrival.context.activity.locale;
    const recorded: UnsentTurn = {
      address: arrival.address,
      at: DateTime.now().toMillis(),
      messages: [],
      ...(arrival.logged !== undefined && { arrived: { activityId: arrival.activityId, ...arrival.logged } }),
      walk: standing.walk,
      step: standing.step,
    };
    let language = standing.language ?? spokenLanguage(clientLocale) ?? defaultLanguage;
    let identified: Identified | undefined;
    try {
      identified = await roster.identify(arrival.context, arrival.personal);
      if (identified === undefined) {
        recorded.messages.push({ text: textsFor(language).bot.unknownPerson });
        return { recorded, changes: {} };
      }
      const { member, preferredLanguage } = identified;
      recorded.person = member.email;
      // What the walks remember belongs to one person. That a personal chat changes its person does not happen in Teams.
      const sameChat = !arrival.personal || standing.person === undefined || standing.person === member.email;
      const memory = (sameChat && standing.state !== undefined ? JSON.parse(standing.state) : {}) as Record<
        string,
        unknown
      >;
      if (!sameChat) log.warn({ conversation: standing.id }, 'a personal chat belongs to another person than before');
      language = preferredLanguage ?? language;
      const notes: Parameters<Turn['note']>[0] = {};
      const turn: Turn = {
        input: await arrival.read(),
        context: arrival.context,
        conversationId: arrival.conversation,
        actor: {
          email: member.email,
          firstName: member.firstName,
          lastName: member.lastName,
          language,
          channel: 'teams',
        },
        preferredLanguage,
        clientLocale,
        memory,
        say: (message) => void recorded.messages.push(unsentMessage(message)),
        note: (facts) => void Object.assign(notes, facts),
      };
      this.#catchSent(arrival.context, turn);
      await arrival.answer(turn);
      if (notes.language !== undefined) roster.forgetLanguage(member.email);
      const walk = notes.walk === undefined ? standing.walk : (notes.walk ?? undefined);
      const step = notes.step === undefined ? standing.step : (notes.step ?? undefined);
      if (recorded.arrived !== undefined) Object.assign(recorded.arrived, { understood: notes.understood, walk, step });
      Object.assign(recorded, { walk, step });
      return {
        recorded,
        changes: {
          ...(arrival.personal && { person: member.email }),
          state: JSON.stringify(memory),
          language: notes.language ?? standing.language,
          walk,
          step,
        },
        waitingForPerson: notes.waitingForPerson,
      };
    } catch (fault) {
      const reference = faultReference();
      log.error({ reference, conversation: standing.id, err: fault }, 'a turn broke');
      recorded.messages = [{ text: textsFor(language).bot.fault({ reference }) }];
      recorded.fault = reference;
      if (recorded.arrived !== undefined) recorded.arrived.fault = reference;
      // The state is not written: what the walks had changed in memory may be half done. They go on from where they were.
      return { recorded, changes: {} };
    }
  }

  /** Sends what stands recorded, in order, and logs it; what cannot be sent now stays recorded. */
  async #sendRecorded(standing: Standing, arrival?: Arrival): Promise<Standing> {
    const { conversations, sender, log } = this.#options;
    const left: UnsentTurn[] = [];
    let state = standing.state;
    for (const turn of standing.unsent) {
      const isThisTurn = arrival !== undefined && turn === standing.unsent.at(-1);
      const said: Said[] = [];
      let sent = turn.sent ?? 0;
      for (const message of turn.messages.slice(sent)) {
        // Nothing is said before what could not be said yet.
        if (left.length > 0) break;
        const at = DateTime.now().toJSDate();
        try {
          const inAnswer =
            isThisTurn &&
            arrival.replaceInAnswer !== undefined &&
            message.card !== undefined &&
            message.replaces !== undefined &&
            message.replaces === arrival.cardActivityId;
          if (inAnswer) arrival.replaceInAnswer?.(message.card as string);
          const activityId = inAnswer ? message.replaces : await sender.send(turn.address, message);
          if (message.rememberAs !== undefined && activityId !== undefined) {
            state = rememberSent(state, message.rememberAs, activityId);
          }
          said.push({ message, at, activityId, delivery: 'sent' });
        } catch (fault) {
          const reference = faultReference();
          log.error({ reference, conversation: standing.id, err: fault }, 'a message could not be sent');
          const hopeless = fault instanceof ConnectorRefusal && fault.status < 500 && fault.status !== 429;
          const tooOld = DateTime.now().toMillis() - turn.at > unsentHolds * 3_600_000;
          if (!hopeless && !tooOld) break;
          said.push({ message, at, delivery: 'failed' });
        }
        sent += 1;
      }
      if (said.length > 0 || turn.messages.length === 0) await this.#log(standing.id, turn, said);
      if (sent < turn.messages.length) left.push({ ...turn, sent });
    }
    return await conversations.noteSent(standing, { unsent: left, state });
  }

  /** A log that cannot be written is a fault of its own: the turn has happened. */
  async #log(conversation: string, turn: UnsentTurn, said: readonly Said[]): Promise<void> {
    try {
      await logTurn(conversation, turn, said, (turn.sent ?? 0) === 0);
    } catch (fault) {
      this.#options.log.error({ reference: faultReference(), conversation, err: fault }, 'a turn could not be logged');
    }
  }

  /** The store does not take the turn: the person is told all the same. */
  async #tellWithoutRecord(arrival: Arrival, fault: unknown): Promise<Fault> {
    const { log, sender } = this.#options;
    const reference = faultReference();
    log.error({ reference, conversation: arrival.conversation, err: fault }, 'a turn could not be recorded');
    const { bot } = textsFor(arrival.context.activity.locale);
    try {
      await sender.send(arrival.address, { text: bot.fault({ reference }) });
    } catch (second) {
      log.error({ reference, conversation: arrival.conversation, err: second }, 'nor could the person be told');
    }
    return { reference };
  }

  /** What a dialog sends through the context, past say(), is said like everything else: after the turn is recorded. */
  #catchSent(context: TurnContext, turn: Turn): void {
    context.onSendActivities(async (_context, activities) => {
      for (const { type, text, summary, attachments } of activities) {
        if (type !== 'message') continue;
        const card = attachments?.find(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive');
        turn.say({ text, summary: summary ?? text, card: card?.content });
      }
      return activities.map(() => ({ id: '' }));
    });
  }
}

function unsentMessage({ text, card, summary, replaces, rememberAs }: OutMessage): UnsentMessage {
  return {
    text,
    summary,
    rememberAs,
    card: card === undefined ? undefined : JSON.stringify(card),
    replaces: replaces?.activityId,
  };
}

function rememberSent(state: string | undefined, key: string, activityId: string): string {
  const memory = JSON.parse(state ?? '{}') as Record<string, unknown>;
  return JSON.stringify({ ...memory, sentCards: { ...(memory.sentCards as object | undefined), [key]: activityId } });
}
