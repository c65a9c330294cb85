import { wholeCard } from '../../cards/wholeCard.ts';
import type { ListedConversation } from '../../models/listedConversation.ts';
import type { Message } from '../../models/message.ts';

/** One message as it is exported: the columns of the CSV, and the names of the JSON. */
export const exportedColumns = [
  'conversation',
  'channel',
  'person',
  /** Of a mail that is not proven: the address that it says it is from. */
  'claims',
  'messageId',
  'at',
  'direction',
  'operator',
  'subject',
  'text',
  'card',
  'value',
  'intent',
  'confidence',
  'walk',
  'step',
  'outcome',
  'fault',
  'delivery',
] as const;

export type ExportedMessage = Partial<Record<(typeof exportedColumns)[number], string | number>>;

/** @returns a message with where it was said; nothing is left out but the HTML of mails, whose text is there. */
export function exportedMessage(
  message: Message,
  { channel, person }: Pick<ListedConversation, 'channel' | 'person'>,
): ExportedMessage {
  const { conversation, _id, at, direction, operator, subject, text, card, value, understood } = message;
  const { walk, step, outcome, fault, delivery } = message;
  const all = {
    conversation,
    channel,
    ...(channel === 'mail' && person === undefined ? { claims: message.person } : { person: message.person ?? person }),
    messageId: _id.toHexString(),
    at: at.toISOString(),
    direction,
    operator: operator?.email,
    subject,
    text,
    card: card && wholeCard(card),
    value,
    intent: understood?.intent,
    confidence: understood?.confidence,
    walk,
    step,
    outcome,
    fault,
    delivery,
  };
  return Object.fromEntries(Object.entries(all).filter(([, each]) => each !== undefined));
}
