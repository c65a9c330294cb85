import { setTimeout as wait } from 'node:timers/promises';
import { type Activity, CloudAdapter, type ConversationReference, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Turn, Walks } from '../dialogs/turn.ts';
import { textsFor } from '../language/texts.ts';
import { Person } from '../models/person.ts';
import { faultReference } from '../onboarding/faultReference.ts';
import type { House } from '../onboarding/house.ts';
import { now } from '../onboarding/now.ts';
import { rememberPerson } from '../onboarding/rememberPerson.ts';
import { addressOfReference, conversationId, isPersonal, meaningOf } from './arrivals.ts';
import { BotAuthentication } from './botAuthentication.ts';
import { Connector, type ConnectorOptions } from './connector.ts';
import { Conversations } from './conversations.ts';
import { loopbackUrl } from './loopback.ts';
import { Roster } from './roster.ts';
import { Sender } from './sender.ts';
import type { TeamsCredentials } from './teamsCredentials.ts';
import { TurnLine } from './turnLine.ts';
import { type Arrival, Turns } from './turns.ts';

export interface BotOptions {
  walks: Walks;
  house: House;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** The bot's registration. Absent: local mode, any client on this machine may talk to Usher. */
  teams?: TeamsCredentials;
  /** No other process writes the store: true for the built-in engine. */
  exclusiveStore: boolean;
  /** Where outgoing tokens come from, if not from Microsoft Entra. */
  credentialsFactory?: ConstructorParameters<typeof BotAuthentication>[1];
  /** How the connector waits between tries, and its chance. */
  pause?: ConnectorOptions['pause'];
  random?: ConnectorOptions['random'];
  /** How long one question to the roster may take, in milliseconds. */
  rosterPatience?: number;
}

/** What is to be answered to whoever posted an activity. */
export interface Answer {
  status: number;
  body?: unknown;
}

/** More than that in line in one conversation is no conversation. */
const longestLine = 1_000;
const sweepMilliseconds = 60_000;
/** How long the turns in hand may take when Usher is stopped, in milliseconds. */
const stopPatience = 1_500;

/** Usher in Teams: takes activities, lets the walks answer, and says what they and the notices say. */
export class Bot {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  readonly line = new TurnLine();
  readonly roster: Roster;
  readonly sender: Sender;
  readonly conversations: Conversations;
  readonly log: BotOptions['log'];
  readonly #turns: Turns;
  readonly #connector: Connector;
  readonly #authentication: BotAuthentication;
  readonly #options: BotOptions;
  #sweeping: NodeJS.Timeout | undefined;

  constructor(options: BotOptions) {
    const { teams, log, house, credentialsFactory, pause, random, rosterPatience } = options;
    this.#options = options;
    this.log = log;
    this.appId = teams?.appId ?? '';
    this.#authentication = new BotAuthentication(teams, credentialsFactory);
    this.adapter = new CloudAdapter(this.#authentication);
    this.#connector = new Connector({
      token: (serviceUrl, refresh) => this.#authentication.outgoingToken(this.appId, serviceUrl, refresh),
      ...(pause !== undefined && { pause }),
      ...(random !== undefined && { random }),
    });
    this.roster = new Roster({
      local: teams === undefined,
      remember: (facts) => rememberPerson(house, facts),
      ...(rosterPatience !== undefined && { patience: rosterPatience }),
    });
    this.sender = new Sender({ connector: this.#connector, log, paced: teams !== undefined });
    this.conversations = new Conversations({ exclusive: options.exclusiveStore });
    const { line, roster, sender, conversations } = this;
    this.#turns = new Turns({ line, roster, sender, conversations, log });
  }

  /** Says what an earlier process had recorded and not said, and goes on looking for such. */
  start(): void {
    void this.#sweep();
    this.#sweeping = setInterval(() => void this.#sweep(), sweepMilliseconds);
    this.#sweeping.unref();
  }

  /**
   * Lets the turns in hand end, and writes what has been put off. A channel that does not answer is waited for a moment
   * only: what could not be said is recorded.
   */
  async stop(): Promise<void> {
    clearInterval(this.#sweeping);
    this.#connector.tryNothingAgain();
    await Promise.race([this.line.idle(), wait(stopPatience, undefined, { ref: false })]);
    await this.conversations.flush();
    this.#connector.close();
  }

  /** The helpdesk has joined a conversation or left it; @see Turns.noteHelpdesk */
  async conversationChanged(conversation: string): Promise<void> {
    await this.#turns.noteHelpdesk(conversation);
  }

  /**
   * Takes one activity: says who may talk, waits for its turn, and answers.
   * @param authorization the header of the request.
   */
  async receive(activity: Activity, authorization: string): Promise<Answer> {
    const refused = this.#refuse(activity);
    if (refused !== undefined) return refused;
    let authenticated: Awaited<ReturnType<BotAuthentication['authenticateRequest']>>;
    try {
      authenticated = await this.#authentication.authenticateRequest(activity, authorization);
    } catch (fault) {
      return this.#notAuthenticated(fault);
    }
    const stranger = this.#refuseTenant(activity, authenticated.claimsIdentity.getClaimValue('tid'));
    if (stranger !== undefined) return stranger;
    if (this.line.length(conversationId(activity)) >= longestLine) {
      return { status: 429, body: { error: 'Too many activities are waiting in this conversation.' } };
    }
    let answer: Answer = { status: 200 };
    await this.adapter.processActivityDirect(authenticated, activity, async (context) => {
      answer = await this.#act(context);
    });
    return answer;
  }

  async #act(context: TurnContext): Promise<Answer> {
    const { activity } = context;
    const meaning = meaningOf(context, this.#options.teams === undefined);
    switch (meaning.kind) {
      case 'ignored':
        return { status: 200 };
      case 'unknownInvoke':
        return { status: 501, body: { error: `Usher does not know the invoke ${activity.name ?? ''}.` } };
      case 'refused':
        return { status: 400, body: { error: meaning.why } };
      case 'removed':
        await this.#forgetChat(activity);
        return { status: 200 };
      case 'turn':
        break;
    }
    let replaced: string | undefined;
    const isInvoke = activity.type === 'invoke';
    const arrival: Arrival = {
      answer: isPersonal(activity) ? (turn) => this.#options.walks.onTurn(turn) : (turn) => this.#answerInGroup(turn),
      ...meaning.arrival,
      ...(isInvoke && {
        replaceInAnswer: (card: string) => {
          replaced = card;
        },
      }),
    };
    const fault = await this.#turns.take(arrival);
    if (!isInvoke) return { status: 200 };
    const { bot } = textsFor(activity.locale);
    const message = fault === undefined ? '' : bot.fault(fault);
    return {
      status: 200,
      body:
        replaced === undefined
          ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: message }
          : { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: JSON.parse(replaced) },
    };
  }

  /** Others read along: whatever was asked is answered in the personal chat, if Usher knows it. */
  async #answerInGroup(turn: Turn): Promise<void> {
    const { bot } = textsFor(turn.actor.language);
    const person = await Person.findOne({ email: turn.actor.email }).lean();
    const reference = person?.teams?.reference as Partial<ConversationReference> | undefined;
    if (reference === undefined || person?.teams?.unreachableSince !== undefined) {
      return turn.say({ text: bot.continuePersonally });
    }
    const { activity } = turn.context;
    await this.adapter.continueConversationAsync(this.appId, reference, async (context) => {
      Object.assign(context.activity, {
        type: 'message',
        text: turn.input.kind === 'text' ? turn.input.text : '',
        from: reference.user ?? activity.from,
        recipient: reference.bot ?? activity.recipient,
        locale: activity.locale,
        id: activity.id,
      });
      await this.#turns.take({
        conversation: conversationId(context.activity),
        activityId: activity.id,
        context,
        address: addressOfReference(reference),
        personal: true,
        read: async () => turn.input,
        logged: { text: turn.input.kind === 'text' ? turn.input.text : '' },
        answer: (personalTurn) => this.#options.walks.onTurn(personalTurn),
      });
    });
    turn.say({ text: bot.continuedPersonally });
  }

  async #forgetChat(activity: Activity): Promise<void> {
    const left = await Person.find({ 'teams.userId': activity.from.id }).lean();
    for (const { email, teams } of left) {
      const chat = (teams?.reference as Partial<ConversationReference> | undefined)?.conversation?.id;
      if (chat !== activity.conversation.id) continue;
      await Person.updateOne({ email }, { $set: { 'teams.unreachableSince': now() } });
      this.roster.forget(email);
    }
    await this.#turns.noteRemoved(conversationId(activity));
  }

  /** In local mode anybody may post here: Usher must not be made to talk to any other machine. */
  #refuse(activity: Activity): Answer | undefined {
    const { teams } = this.#options;
    if (teams === undefined) {
      if (loopbackUrl(activity.serviceUrl) !== undefined) return undefined;
      return { status: 403, body: { error: 'In local mode serviceUrl must be on this machine (loopback).' } };
    }
    if (activity.channelId !== 'msteams') {
      return { status: 403, body: { error: 'Usher is to be reached in Microsoft Teams only.' } };
    }
    if (new URL(activity.serviceUrl).protocol !== 'https:' && loopbackUrl(activity.serviceUrl) === undefined) {
      return { status: 403, body: { error: 'serviceUrl must be https.' } };
    }
    return undefined;
  }

  #refuseTenant(activity: Activity, claimed: string | null): Answer | undefined {
    const { teams } = this.#options;
    if (teams === undefined) return undefined;
    const tenants = [
      (activity.channelData as { tenant?: { id?: string } } | undefined)?.tenant?.id,
      activity.conversation.tenantId,
      claimed,
    ].filter((tenant) => typeof tenant === 'string' && tenant !== '') as string[];
    if (tenants.length > 0 && tenants.every((tenant) => teams.allowedTenants.includes(tenant.toLowerCase())))
      return undefined;
    this.log.warn({ tenants }, 'somebody of a tenant that is not allowed wanted to talk');
    return { status: 403, body: { error: 'Usher does not serve this tenant.' } };
  }

  #notAuthenticated(fault: unknown): Answer {
    const { statusCode, name } = fault as { statusCode?: number; name?: string };
    // The keys of the issuer could not be fetched: the token may be good.
    if (statusCode === 500 || name === 'FetchError') {
      const reference = faultReference();
      this.log.error({ reference, err: fault }, 'the keys of the Bot Connector could not be fetched');
      return { status: 503, body: { error: 'The token cannot be checked at the moment.', reference } };
    }
    this.log.warn({ why: (fault as Error).message }, 'an activity without a valid token was refused');
    return { status: 401, body: { error: 'A valid token of the Bot Connector is needed.' } };
  }

  async #sweep(): Promise<void> {
    try {
      const left = await this.conversations.withUnsent();
      await Promise.all(left.map((id) => this.#turns.sendUnsent(id)));
    } catch (fault) {
      this.log.error({ reference: faultReference(), err: fault }, 'unsent messages could not be looked for');
    }
  }
}
