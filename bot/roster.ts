import { isDeepStrictEqual } from 'node:util';
import { TeamsInfo, type TurnContext } from 'botbuilder';
import { DateTime } from 'luxon';
import { Person } from '../models/person.ts';
import { RecentlyUsed } from './recentlyUsed.ts';
import { type RosterMember, readRosterMember } from './rosterMember.ts';

/** Somebody who talks to Usher. */
export interface Identified {
  member: RosterMember & { email: string };
  /** What the person chose, if ever. */
  preferredLanguage?: string;
}

export interface RosterOptions {
  /** Whether those who talk are clients on this machine (local mode), not Teams. */
  local: boolean;
  /** Keeps who somebody is and how to reach them; onboarding/rememberPerson.ts. */
  remember(facts: {
    email: string;
    firstName: string;
    lastName: string;
    teams?: Person['teams'];
  }): Promise<Pick<Person, 'language'>>;
  /** How long one question to the roster may take, in milliseconds. */
  patience?: number;
}

/** How long one question to the roster may take, in milliseconds: botbuilder itself would wait for ever. */
const patience = 15_000;

/** How long an answer of the roster holds, in minutes. */
const holds = 60;
/** How long the chosen language holds: it can be changed elsewhere, by mail or in another process. */
const languageHolds = 5;

interface Known {
  member: RosterMember;
  until: number;
  identified?: Identified;
  languageUntil: number;
}

/** Who is talking: by the Teams roster only, never by what somebody typed or calls themself. */
export class Roster {
  readonly #options: RosterOptions;
  readonly #known = new RecentlyUsed<Known>(10_000);

  constructor(options: RosterOptions) {
    this.#options = options;
  }

  /**
   * @param context the turn in which somebody talks, with a personal chat's reference when `personal`.
   * @returns who it is, or undefined when the roster proves no address of theirs.
   * @throws when the roster cannot be asked.
   */
  async identify(context: TurnContext, personal: boolean): Promise<Identified | undefined> {
    const { activity } = context;
    const key = `${activity.serviceUrl} ${activity.from.id}`;
    const now = DateTime.now().toMillis();
    let known = this.#known.get(key);
    if (known === undefined || known.until <= now) {
      const member = await this.#lookUp(context, activity.from.id);
      if (member === undefined) return undefined;
      known = { member, until: now + holds * 60_000, languageUntil: 0 };
      this.#known.set(key, known);
    }
    const { email } = known.member;
    if (email === undefined) return undefined;
    const seen = known.identified;
    const isKnownHere = !personal || chats.get(known) === activity.conversation.id;
    if (seen !== undefined && known.languageUntil > now && isKnownHere) return seen;
    const reference = personal ? personalReference(context) : undefined;
    const person = await this.#keep({ ...known.member, email }, reference, activity.locale);
    known.identified = { member: { ...known.member, email }, preferredLanguage: person.language };
    known.languageUntil = now + languageHolds * 60_000;
    if (personal) chats.set(known, activity.conversation.id);
    return known.identified;
  }

  /** Forgets what is known of somebody, e.g. because they chose another language or left. */
  forget(email: string): void {
    for (const known of this.#known.values()) {
      if (known.member.email !== email) continue;
      known.until = 0;
      known.languageUntil = 0;
    }
  }

  /** Has the chosen language read again with the next message. */
  forgetLanguage(email: string): void {
    for (const known of this.#known.values()) if (known.member.email === email) known.languageUntil = 0;
  }

  async #lookUp(context: TurnContext, userId: string): Promise<RosterMember | undefined> {
    const { local, patience: most = patience } = this.#options;
    try {
      return readRosterMember(await twice(() => within(most, TeamsInfo.getMember(context, userId))), userId, { local });
    } catch (fault) {
      // Some local clients know only the whole list.
      if (!isUnknown(fault)) throw fault;
    }
    try {
      const { members } = await within(most, TeamsInfo.getPagedMembers(context));
      const member = members?.find(({ id }) => id === userId);
      return readRosterMember(member, userId, { local });
    } catch (fault) {
      if (isUnknown(fault)) return undefined;
      throw fault;
    }
  }

  /** Remembers the person if anything about them is new. */
  async #keep(
    member: RosterMember & { email: string },
    reference: Record<string, unknown> | undefined,
    locale: string | undefined,
  ): Promise<Pick<Person, 'language'>> {
    const person = await Person.findOne({ email: member.email }).lean();
    const before = person?.teams;
    const teams: NonNullable<Person['teams']> = {
      userId: member.userId,
      ...defined({
        tenantId: member.tenantId ?? before?.tenantId,
        aadObjectId: member.aadObjectId ?? before?.aadObjectId,
        reference: reference ?? before?.reference,
        locale: locale ?? before?.locale,
        // Whoever writes in the personal chat can be reached there again.
        unreachableSince: reference === undefined ? before?.unreachableSince : undefined,
      }),
    };
    if (person && before && isDeepStrictEqual(plain(before), plain(teams))) return person;
    return await this.#options.remember({
      email: member.email,
      firstName: member.firstName,
      lastName: member.lastName,
      teams,
    });
  }
}

/** Which personal chat was last remembered for somebody. */
const chats = new WeakMap<Known, string>();

/** How to reach the person in the chat they are writing in: botbuilder's ConversationReference, as plain JSON. */
function personalReference({ activity }: TurnContext) {
  const { recipient, from, conversation, channelId, serviceUrl, locale } = activity;
  return plain({
    bot: defined({ id: recipient?.id, name: recipient?.name }),
    user: defined({ id: from.id, name: from.name, aadObjectId: from.aadObjectId }),
    conversation: defined({
      id: conversation.id,
      conversationType: conversation.conversationType,
      tenantId: conversation.tenantId,
    }),
    channelId,
    serviceUrl,
    ...defined({ locale }),
  }) as Record<string, unknown>;
}

/** Whether the roster says that it has no such person, or no such question. */
function isUnknown(fault: unknown): boolean {
  return [404, 405, 501].includes((fault as { statusCode?: number }).statusCode ?? 0);
}

/** Whoever waits for the roster keeps everything else waiting that is said in the same conversation. */
async function within<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the roster did not answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks a second time when the first answer was a fault of the moment. */
async function twice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (fault) {
    const { statusCode } = fault as { statusCode?: number };
    if (statusCode !== undefined && statusCode < 500 && statusCode !== 412 && statusCode !== 429) throw fault;
    if (statusCode === 501) throw fault;
    return await ask();
  }
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
