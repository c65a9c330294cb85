import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';
import type { Turn } from '../dialogs/turn.ts';
import { findAttachedFile, readAttachedFile } from './attachedFile.ts';
import { submittedValue } from './submittedValue.ts';
import type { Arrival } from './turns.ts';
import type { Address } from './unsentTurn.ts';

/** What an activity means to Usher. */
export type Meaning =
  | { kind: 'turn'; arrival: Omit<Arrival, 'answer'> }
  /** Usher was taken out of the conversation. */
  | { kind: 'removed' }
  | { kind: 'ignored' }
  | { kind: 'unknownInvoke' }
  | { kind: 'refused'; why: string };

const badValue: Meaning = { kind: 'refused', why: 'The submitted value is not a plain object of reasonable size.' };

/** @returns Conversation._id of the conversation in which an activity stands. */
export function conversationId(activity: Pick<Activity, 'conversation'>): string {
  return `teams:${activity.conversation.id}`;
}

/** @returns whether only one person and Usher are in the conversation. */
export function isPersonal({ conversation }: Pick<Activity, 'conversation'>): boolean {
  const { conversationType, isGroup } = conversation;
  return conversationType === undefined || conversationType === null
    ? isGroup !== true
    : conversationType === 'personal';
}

/** @param local whether files are taken from this machine rather than from Microsoft's hosts. */
export function meaningOf(context: TurnContext, local: boolean): Meaning {
  const { activity } = context;
  switch (activity.type) {
    case 'message':
      return readMessage(context, local);
    case 'invoke':
      return activity.name === 'adaptiveCard/action' ? readExecution(context) : { kind: 'unknownInvoke' };
    case 'conversationUpdate':
      return readMembers(context);
    case 'installationUpdate':
      if (!isPersonal(activity)) return { kind: 'ignored' };
      return (activity.action ?? '').startsWith('remove') ? { kind: 'removed' } : installed(context);
    default:
      return { kind: 'ignored' };
  }
}

/** @returns where an answer to the activity goes. */
export function addressOf(activity: Activity): Address {
  const { channelId, serviceUrl, conversation, recipient, from, id, locale } = activity;
  return {
    channelId,
    serviceUrl,
    conversation: conversation as unknown as Address['conversation'],
    bot: { id: recipient?.id ?? '', name: recipient?.name },
    user: { id: from.id, name: from.name },
    replyTo: id,
    locale,
  };
}

/** @returns where a message goes that answers nothing, by the reference that was kept of a personal chat. */
export function addressOfReference(reference: Partial<ConversationReference>): Address {
  const { channelId = '', serviceUrl = '', conversation, bot, user, locale } = reference;
  return {
    channelId,
    serviceUrl,
    conversation: conversation as unknown as Address['conversation'],
    bot: { id: bot?.id ?? '', name: bot?.name },
    user: { id: user?.id ?? '', name: user?.name },
    locale,
  };
}

function turn(context: TurnContext, more: Partial<Arrival>, input: Turn['input']): Meaning {
  const { activity } = context;
  return {
    kind: 'turn',
    arrival: {
      conversation: conversationId(activity),
      activityId: activity.id,
      context,
      address: addressOf(activity),
      personal: isPersonal(activity),
      read: async () => input,
      ...more,
    },
  };
}

function readMessage(context: TurnContext, local: boolean): Meaning {
  const { activity } = context;
  const said = textOf(activity);
  const { value } = activity;
  if (value !== undefined && value !== null && !isEmptyObject(value)) {
    const submitted = submittedValue(value);
    if (submitted === undefined) return badValue;
    const cardActivityId = activity.replyToId ?? undefined;
    return turn(
      context,
      { logged: { text: said, value: JSON.stringify(submitted) }, cardActivityId },
      { kind: 'submit', value: submitted, cardActivityId },
    );
  }
  const file = findAttachedFile(activity.attachments);
  if (file !== undefined) {
    return turn(
      context,
      {
        logged: { text: [said, `[${file.name ?? ''}]`].filter(Boolean).join('\n') },
        read: () => readAttachedFile(file, local),
      },
      { kind: 'text', text: said },
    );
  }
  return turn(context, { logged: { text: said } }, { kind: 'text', text: said });
}

/** A press of an Action.Execute. */
function readExecution(context: TurnContext): Meaning {
  const { activity } = context;
  const action = (activity.value as { action?: { data?: unknown } } | null | undefined)?.action;
  const submitted = submittedValue(action?.data ?? {});
  if (submitted === undefined || action === undefined) return badValue;
  const cardActivityId = activity.replyToId ?? undefined;
  return turn(
    context,
    { logged: { text: '', value: JSON.stringify(submitted) }, cardActivityId },
    { kind: 'submit', value: submitted, cardActivityId },
  );
}

function readMembers(context: TurnContext): Meaning {
  const { activity } = context;
  if (!isPersonal(activity)) return { kind: 'ignored' };
  const isUsher = ({ id }: { id: string }) => id === activity.recipient?.id;
  if (activity.membersRemoved?.some(isUsher)) return { kind: 'removed' };
  if (!activity.membersAdded?.some(isUsher)) return { kind: 'ignored' };
  if (isUsher(activity.from)) {
    // Some clients let the bot itself announce that it was added: the person is the other one.
    const person = activity.membersAdded.find((member) => !isUsher(member));
    if (person === undefined) return { kind: 'ignored' };
    activity.from = person;
  }
  return installed(context);
}

function installed(context: TurnContext): Meaning {
  return turn(context, { installed: true }, { kind: 'installed' });
}

/** What somebody wrote, without the mention of Usher. */
function textOf(activity: Activity): string {
  if (activity.entities?.some(({ type }) => type === 'mention')) {
    try {
      TurnContext.removeRecipientMention(activity);
    } catch {
      // The mention is not in the form that botbuilder knows: it stays in the text.
    }
  }
  return (activity.text ?? '').replaceAll('\u00a0', ' ').trim();
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
