import type { TurnContext } from 'botbuilder';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { cardText } from '../cards/cardText.ts';
import { wholeCard } from '../cards/wholeCard.ts';
import type { OutMessage, Turn } from '../dialogs/turn.ts';
import { defaultLanguage, spokenLanguage, textsFor } from '../language/texts.ts';
import { faultReference } from '../onboarding/faultReference.ts';
import { ConnectorRefusal } from './connectorRefusal.ts';
import { logFailure, loggedCard, logTurn, unlogTurn } from './conversationLog.ts';
import { ConversationConflict, type Conversations, type Standing } from './conversations.ts';
import type { Roster } from './roster.ts';
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
        if (isDue(standing.unsent[0])) last = await this.#sendRecorded(standing);
      } finally {
        await this.#options.conversations.close(last);
      }
    });
  }

  /** The helpdesk has joined a conversation, or left it: resolves when whatever comes from now on is taken by that. */
  async noteHelpdesk(conversation: string): Promise<void> {
    const { conversations, line } = this.#options;
    await line.run(conversation, () => conversations.reread(conversation));
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
      if (standing.unsent.length > 0) standing = await this.#sendRecorded(reached(standing, arrival.address));
      if (activityId !== undefined && standing.recentActivityIds.includes(activityId)) return undefined;
      if (arrival.installed === true && standing.installed) return undefined;
      const answered = await this.#answer(arrival, standing);
      standing = await this.#record(arrival, standing, answered);
      if (answered.messages.length > 0) standing = await this.#sendRecorded(standing, arrival);
      return answered.fault === undefined ? undefined : { reference: answered.fault };
    } finally {
      await conversations.close(standing);
    }
  }

  /** Runs the walks; whatever breaks there becomes a sentence with a reference. */
  async #answer(arrival: Arrival, standing: Standing): Promise<Answered> {
    const { log, roster } = this.#options;
    const clientLocale = arrival.context.activity.locale;
    let language = standing.language ?? spokenLanguage(clientLocale) ?? defaultLanguage;
    let person: string | undefined;
    try {
      const identified = await roster.identify(arrival.context, arrival.personal);
      if (identified === undefined) return { messages: [{ text: textsFor(language).bot.unknownPerson }], changes: {} };
      const { member, preferredLanguage } = identified;
      person = member.email;
      language = preferredLanguage ?? language;
      const input = await arrival.read();
      // Somebody of the helpdesk answers. A press is a command of its own, and is carried out all the same.
      if (standing.joined && input.kind !== 'submit' && input.kind !== 'installed')
        return { messages: [], person, changes: arrival.personal ? { person } : {} };
      const memory = this.#memory(arrival, standing, person);
      const messages: UnsentMessage[] = [];
      const notes: Notes = {};
      const turn: Turn = {
        input,
        context: arrival.context,
        conversationId: arrival.conversation,
        actor: { email: person, firstName: member.firstName, lastName: member.lastName, language, channel: 'teams' },
        preferredLanguage,
        clientLocale,
        memory,
        say: (message) => void messages.push(unsentMessage(message)),
        note: (facts) => void Object.assign(notes, facts),
      };
      catchSent(turn);
      await arrival.answer(turn);
      if (notes.language !== undefined && notes.language !== standing.language) roster.forgetLanguage(person);
      return {
        messages,
        person,
        understood: notes.understood,
        notUnderstood: notes.notUnderstood,
        walks: notes.walks,
        outcome: notes.outcome,
        changes: {
          state: JSON.stringify(memory),
          language: notes.language ?? standing.language,
          walk: notes.walk === undefined ? standing.walk : (notes.walk ?? undefined),
          step: notes.step === undefined ? standing.step : (notes.step ?? undefined),
          ...(arrival.personal && { person }),
          ...(arrival.installed !== undefined && { installed: arrival.installed }),
        },
      };
    } catch (broken) {
      const fault = faultReference();
      log.error({ reference: fault, conversation: standing.id, err: broken }, 'a turn broke');
      // The state is not written: what the walks had changed in memory may be half done. They go on from where they were.
      return { messages: [{ text: textsFor(language).bot.fault({ reference: fault }) }], person, fault, changes: {} };
    }
  }

  /** What the walks remember belongs to one person. That a personal chat changes its person does not happen in Teams. */
  #memory({ personal }: Arrival, standing: Standing, person: string): Record<string, unknown> {
    if (personal && standing.person !== undefined && standing.person !== person) {
      this.#options.log.warn({ conversation: standing.id }, 'a personal chat belongs to another person than before');
      return {};
    }
    return standing.state === undefined ? {} : (JSON.parse(standing.state) as Record<string, unknown>);
  }

  /** Writes the turn down: its log, then where the conversation stands now and what is to be said. */
  async #record(arrival: Arrival, standing: Standing, answered: Answered): Promise<Standing> {
    const { conversations } = this.#options;
    const { activityId, address, logged } = arrival;
    const { changes, person, fault, understood, notUnderstood, walks, outcome } = answered;
    const { walk, step } = { ...standing, ...changes };
    const at = DateTime.now();
    const log = logTurn({
      conversation: standing.id,
      person,
      at: at.toJSDate(),
      ...(logged !== undefined && {
        arrived: { activityId, ...logged, understood, notUnderstood, walk, step, outcome, fault },
      }),
      messages: answered.messages,
      walk,
      step,
      walks,
      fault,
    });
    const write = () =>
      conversations.write(standing, {
        recentActivityIds:
          activityId === undefined
            ? standing.recentActivityIds
            : [...standing.recentActivityIds, activityId].slice(-mostRecent),
        unsent:
          log.messages.length === 0
            ? standing.unsent
            : [...standing.unsent, { address, at: at.toMillis(), messages: log.messages }],
        ...changes,
        done: false,
      });
    try {
      // The built-in store writes both in the order of the calls and to the disk at once; a server has to be waited for,
      // so that nothing is recorded as unsent whose text is not there.
      if (!conversations.exclusive) await log.written;
      const [next] = await Promise.all([write(), log.written]);
      return next;
    } catch (broken) {
      if (broken instanceof ConversationConflict) await unlogTurn(log);
      throw broken;
    }
  }

  /**
   * Sends what stands recorded, in order; what cannot be sent now stays recorded.
   * @param arrival the one whose turn was recorded last: what is older could not be said a moment ago, and does not keep
   *   the answer back.
   */
  async #sendRecorded(standing: Standing, arrival?: Arrival): Promise<Standing> {
    const left: UnsentTurn[] = [];
    let { state } = standing;
    for (const turn of standing.unsent) {
      const now = turn === standing.unsent.at(-1) ? arrival : undefined;
      if (arrival !== undefined && now === undefined) {
        left.push(turn);
        continue;
      }
      const waiting = [...turn.messages];
      // Of several turns that were left nothing is said before what could not be said yet.
      while (waiting.length > 0 && (left.length === 0 || now !== undefined)) {
        const message = waiting[0] as UnsentMessage;
        const sent = await this.#send(turn, message, now);
        if (sent === 'later') break;
        if (sent !== undefined && message.rememberAs !== undefined)
          state = rememberSent(state, message.rememberAs, sent);
        waiting.shift();
      }
      if (waiting.length > 0) left.push({ ...turn, messages: waiting, tries: (turn.tries ?? 0) + 1 });
    }
    return await this.#options.conversations.noteSent(standing, { unsent: left, state });
  }

  /** @returns the id of what was sent, if the channel told; `later` when it is worth trying again. */
  async #send(turn: UnsentTurn, message: UnsentMessage, arrival?: Arrival): Promise<string | undefined> {
    const { sender, log } = this.#options;
    try {
      const card = await loggedCard(message);
      const { replaces } = message;
      if (
        card !== undefined &&
        replaces !== undefined &&
        replaces === arrival?.cardActivityId &&
        arrival.replaceInAnswer
      ) {
        arrival.replaceInAnswer(wholeCard(card));
        return replaces;
      }
      return await sender.send(turn.address, { ...message, card });
    } catch (fault) {
      log.error(
        { reference: faultReference(), conversation: turn.address.conversation.id, err: fault },
        'a message could not be sent',
      );
      const hopeless = fault instanceof ConnectorRefusal && fault.status < 500 && fault.status !== 429;
      const tooOld = DateTime.now().toMillis() - turn.at > unsentHolds * 3_600_000;
      if (!hopeless && !tooOld) return 'later';
      await logFailure(message);
      return undefined;
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
}

/** Whether unsent messages are to be tried now: at once after a crash, then after pauses that grow from a minute to an hour. */
function isDue(turn: UnsentTurn | undefined): boolean {
  if (turn === undefined) return false;
  if (turn.tries === undefined) return true;
  return DateTime.now().toMillis() >= turn.at + Math.min(60, 2 ** turn.tries) * 60_000;
}

/** What was left unsaid goes to where the person is now: the channel, or a local client, may have moved. */
function reached(standing: Standing, { serviceUrl }: Address): Standing {
  const unsent = standing.unsent.map((turn) => ({ ...turn, address: { ...turn.address, serviceUrl } }));
  return { ...standing, unsent };
}

type Notes = Parameters<Turn['note']>[0];

/** What came out of a turn, before it is recorded. */
interface Answered {
  messages: UnsentMessage[];
  changes: Partial<Omit<Standing, 'id' | 'version' | 'recentActivityIds' | 'unsent' | 'joined' | 'done'>>;
  person?: string;
  understood?: Notes['understood'];
  notUnderstood?: string;
  walks?: Notes['walks'];
  outcome?: Notes['outcome'];
  /** The reference, when something broke. */
  fault?: string;
}

/** What a dialog sends through the context, past say(), is said like everything else: after the turn is recorded. */
function catchSent(turn: Turn): void {
  turn.context.onSendActivities(async (_context, activities) => {
    for (const { type, text, summary, attachments } of activities) {
      if (type !== 'message') continue;
      const card = attachments?.find(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive');
      turn.say({ text, summary: summary ?? text, card: card?.content });
    }
    return activities.map(() => ({ id: '' }));
  });
}

function unsentMessage({ text, card, summary, replaces, rememberAs }: OutMessage): UnsentMessage {
  return {
    text,
    summary,
    rememberAs,
    card: card === undefined ? undefined : cardText(card),
    replaces: replaces?.activityId,
  };
}

function rememberSent(state: string | undefined, key: string, activityId: string): string {
  const memory = JSON.parse(state ?? '{}') as Record<string, unknown>;
  return JSON.stringify({ ...memory, sentCards: { ...(memory.sentCards as object | undefined), [key]: activityId } });
}
