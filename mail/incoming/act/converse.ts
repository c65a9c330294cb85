import { BotAdapter, TurnContext } from 'botbuilder';
import type { OutMessage, Turn } from '../../../dialogs/turn.ts';
import type { Understood } from '../../../dialogs/understood.ts';
import { writtenLanguage } from '../../../dialogs/writtenLanguage.ts';
import { isThanks } from '../../../language/isThanks.ts';
import type { Outcome } from '../../../language/outcome.ts';
import { textsFor } from '../../../language/texts.ts';
import { Conversation } from '../../../models/conversation.ts';
import type { WalkNote } from '../../../models/walkNote.ts';
import { isDuplicateKey } from '../../../onboarding/isDuplicateKey.ts';
import { now } from '../../../onboarding/now.ts';
import type { ActTools } from './actTools.ts';
import type { Answer } from './answer.ts';
import { bringsList } from './bringsList.ts';
import { type CardInMail, cardInMail } from './cardInMail.ts';
import type { MailInHand } from './mailInHand.ts';
import { pressInWords, withMessage } from './pressInWords.ts';
import { timeZoneOfAccount } from './timeZoneOfAccount.ts';
import type { Told } from './toldOf.ts';

/** What is remembered of a conversation by mail, as JSON in the conversation. */
interface Remembered {
  /** What the walks remember. */
  walks: Record<string, unknown>;
  /** The card whose buttons a reply can name. */
  card?: Record<string, unknown>;
  /** The last mail and what was said to it: taken up again, it is said again, and nothing is done twice. */
  last?: { mail: string; said: Said };
}

interface Said {
  answer: Answer;
  /** What the walks spoke, and so the whole answer. */
  language: string;
  outcome: string;
  /** What was done or refused, for the log. */
  logged?: Outcome;
  /** What was done on walks, for the log. */
  walked: { walk?: string; step?: string; walks?: WalkNote[] };
  /** The mail was not understood: its words, as `Message.notUnderstood` has them. */
  notUnderstood?: string;
}

/** Nothing is sent through it: what the walks say becomes a mail. */
class Silence extends BotAdapter {
  override async sendActivities(): Promise<never> {
    throw new Error('By mail nothing is sent through the adapter.');
  }
  override async updateActivity(): Promise<never> {
    throw new Error('By mail nothing is changed.');
  }
  override async deleteActivity(): Promise<never> {
    throw new Error('By mail nothing is deleted.');
  }
  override async continueConversation(): Promise<never> {
    throw new Error('By mail no conversation is continued.');
  }
}
const silence = new Silence();

/**
 * Takes a mail through the walks, as a sentence in a chat: what they show becomes the answer, a reply that names one of
 * the buttons presses it, and a list of people that is attached is one that was sent.
 *
 * @param goesOn the mail answers one of ours in this conversation, proven by its reference: only then is anything
 *   remembered of it, and only then can a button be pressed.
 * @param before the conversation as it stands, as far as it is known; null when it was not there.
 * @param told what the answered mail told, where that has buttons of its own.
 * @returns undefined when the walks made nothing of it, or it only gives thanks; `notSigned` when it presses a button and
 *   is not signed by its domain.
 */
export async function converse(
  tools: ActTools,
  inHand: MailInHand,
  goesOn: boolean,
  before: Conversation | null,
  told?: Told,
): Promise<Said | 'notSigned' | undefined> {
  const { mail, proof, writer, conversation, understood } = inHand;
  for (let round = 0; round < 10; round++) {
    const standing = round === 0 ? before : await Conversation.findById(conversation).lean();
    const remembered = JSON.parse(standing?.state ?? '{"walks":{}}') as Remembered;
    if (remembered.last?.mail === mail._id) return remembered.last.said;
    const walks: Record<string, unknown> = goesOn ? remembered.walks : {};
    const { text } = understood;
    const card = told?.card ?? (goesOn ? remembered.card : undefined);
    const named = card && pressInWords(text, card, writer.actor);
    const { press, message } = named ?? { press: isAboutNews(understood) ? told?.look : undefined };
    // A press may send, invite, change: for that the mail must be signed, as for a decision.
    if (press && proof.by !== 'dkim') return 'notSigned';
    // "Yes, thank you" presses; by itself it is the end of a conversation.
    if (!press && isThanks(text) && !bringsList(inHand)) return undefined;
    // The walks hear no words of a press, and go by those that were written last.
    if (press) walks.language = writtenLanguage(understood) ?? walks.language;
    const input = press ?? fileSent(inHand, standing?.walk) ?? ({ kind: 'text', text } as const);
    const { messages, noted } = await takeTurn(tools, inHand, walks, input);
    if (messages.length === 0) return undefined;
    const opened = messages.findLast(({ card }) => card !== undefined);
    if (opened?.card && message) opened.card = withMessage(opened.card, message);
    const language = noted.language ?? writer.actor.language;
    const shown = messages.map((message) => asMail(message, language));
    const { walk, step, walks: walked, notUnderstood, outcome } = noted;
    const said: Said = {
      answer: {
        heading: shown.find(({ heading }) => heading !== undefined)?.heading ?? textsFor(language).mail.answer.heading,
        blocks: shown.flatMap(({ blocks }) => blocks),
      },
      language,
      outcome: [walk, step].filter(Boolean).join(', ') || 'answered',
      ...(outcome && { logged: outcome }),
      walked: { ...(walk && { walk }), ...(step && { step }), ...(walked && { walks: walked }) },
      ...(notUnderstood && { notUnderstood }),
    };
    const onShow = opened?.card ?? (goesOn ? remembered.card : undefined);
    const next: Remembered = { walks, ...(onShow && { card: onShow }), last: { mail: mail._id, said } };
    const changes = { state: JSON.stringify(next), language, ...(walk && { walk }), ...(step && { step }) };
    if (await remember(inHand, standing, changes)) return said;
  }
  throw new Error('A conversation by mail kept changing.');
}

/**
 * Writes down where the conversation stands; what was said follows in the log, which is read by the time of the last
 * message.
 *
 * @returns false when somebody else has written it meanwhile.
 */
async function remember(
  { conversation, writer }: MailInHand,
  standing: Conversation | null,
  changes: Pick<Conversation, 'state' | 'language' | 'walk' | 'step'>,
): Promise<boolean> {
  const at = now();
  try {
    const written = await Conversation.collection.updateOne(
      { _id: conversation as never, version: standing?.version ?? 0 },
      {
        $set: changes,
        $inc: { version: 1 },
        $setOnInsert: { channel: 'mail', person: writer.actor.email, startedAt: at, lastMessageAt: at },
      },
      { upsert: standing === null },
    );
    return written.matchedCount + written.upsertedCount > 0;
  } catch (fault) {
    if (isDuplicateKey(fault)) return false;
    throw fault;
  }
}

/** “Please send it again”, in reply to the news that an invitation has expired: whose invitation is known. */
function isAboutNews({ sure, intent, data: { emails, names } }: Understood): boolean {
  const isOfInvitation = intent === 'resendInvitation' || intent === 'inviteUser';
  return sure && isOfInvitation && emails.length === 0 && names.length === 0;
}

/** @returns the attached list, where the mail is about inviting, or goes on with that. */
function fileSent(inHand: MailInHand, walk: string | undefined): Turn['input'] | undefined {
  const { list } = inHand.read;
  if (!list || !(bringsList(inHand) || walk === 'inviteUser')) return undefined;
  return 'text' in list ? { kind: 'file', ...list } : { kind: 'unreadableFile', ...list };
}

type Noted = Parameters<Turn['note']>[0];

async function takeTurn(
  { walks }: ActTools,
  { writer, conversation, mail }: MailInHand,
  memory: Record<string, unknown>,
  input: Turn['input'],
): Promise<{ messages: OutMessage[]; noted: Noted }> {
  const messages: OutMessage[] = [];
  let noted: Noted = {};
  const context = new TurnContext(silence, {
    type: 'message',
    channelId: 'email',
    timestamp: mail.receivedAt,
    localTimezone: await timeZoneOfAccount(writer.purchasingAccount),
  });
  await walks.onTurn({
    input,
    context,
    conversationId: conversation,
    actor: writer.actor,
    ...(writer.preferredLanguage !== undefined && { preferredLanguage: writer.preferredLanguage }),
    clientLocale: writer.actor.language,
    memory,
    say: (message) => messages.push(message),
    note: (facts) => {
      noted = { ...noted, ...facts };
    },
  });
  return { messages, noted };
}

function asMail({ text, card }: OutMessage, language: string): CardInMail {
  if (card) return cardInMail(card, textsFor(language));
  return { blocks: text ? [{ kind: 'paragraph', text }] : [] };
}
