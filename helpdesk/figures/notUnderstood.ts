import type { Types } from 'mongoose';
import { Message } from '../../models/message.ts';
import type { Figures } from '../api.ts';
import type { Period } from './period.ts';

/** A sentence that was not understood, however often it was said. */
export interface NotUnderstood {
  /** As it was said last, secrets masked. */
  text: string;
  /** `und`: not known. */
  language: string;
  /** What Usher took it for, without being sure. */
  intent: string;
  times: number;
  messageId: string;
  conversationId: string;
}

/** @returns what was not understood in the period, the commonest first; the same words in the same language are one. */
export async function notUnderstood({ from, to }: Period, most: number): Promise<NotUnderstood[]> {
  const found = await Message.aggregate<{
    _id: { words: string; language: string };
    times: number;
    last: { at: Date; id: Types.ObjectId; conversation: string; text: string; intent: string };
  }>([
    { $match: { notUnderstood: { $exists: true }, at: { $gte: from, $lt: to } } },
    {
      $group: {
        _id: { words: '$notUnderstood', language: { $ifNull: ['$understood.language', 'und'] } },
        times: { $sum: 1 },
        last: {
          $max: {
            at: '$at',
            id: '$_id',
            conversation: '$conversation',
            text: '$text',
            intent: { $ifNull: ['$understood.intent', 'none'] },
          },
        },
      },
    },
    { $sort: { times: -1, _id: 1 } },
    { $limit: most },
  ]);
  return found.map(({ _id, times, last }) => ({
    // Of a mail its subject stands before; what counted as one sentence are the words.
    text: /\n/.test(last.text.trim()) ? _id.words : last.text.trim(),
    language: _id.language,
    intent: last.intent,
    times,
    messageId: last.id.toHexString(),
    conversationId: last.conversation,
  }));
}

/** @returns the same for the page of figures. */
export function shownNotUnderstood(sentences: readonly NotUnderstood[]): Figures['notUnderstood'] {
  return sentences.map(({ intent: _, ...shown }) => shown);
}
