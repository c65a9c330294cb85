import { DateTime } from 'luxon';
import type { PipelineStage } from 'mongoose';
import { Conversation } from '../../models/conversation.ts';
import type { TalkSums, WalkSums } from '../../models/dayFigures.ts';
import { Message } from '../../models/message.ts';
import type { Day } from './period.ts';

/** So many conversations are summed at a time: the built-in store does nothing else meanwhile. */
const atATime = 200;

/** A run of a walk that begun, or what became of it, so many times. */
interface WalkFact {
  walk: string;
  what: 'begun' | 'open' | 'finished' | 'givenUp';
  step: string | null;
  times: number;
}

/**
 * Sums what was said on one day, in the store. The messages are found through the conversations of that time, by the
 * index that a transcript needs: none is kept up for figures with each turn.
 *
 * A run of a walk counts as begun on the day it began, and as finished or given up on the day of the last word about it,
 * when none follows until the end of the next day: finished, when it came to its end or showed what was asked for;
 * given up, when it was cancelled, begun anew, or left standing. As long as the next day is not over, one that stands
 * open is neither. One that is taken up again still later ends a second time.
 */
export async function sumTalk(day: Day): Promise<TalkSums> {
  const ids = await Conversation.distinct('_id', { lastMessageAt: { $gte: day.from }, startedAt: { $lt: day.to } });
  const sums: TalkSums = { conversations: 0, messagesIn: 0, messagesOut: 0, walks: [] };
  const walks = new Map<string, WalkSums>();
  for (let begin = 0; begin < ids.length; begin += atATime) {
    const [{ said, walked } = { said: [], walked: [] }] = await Message.aggregate<{
      said: Omit<TalkSums, 'walks'>[];
      walked: WalkFact[];
    }>(pipeline(ids.slice(begin, begin + atATime), day));
    for (const { conversations, messagesIn, messagesOut } of said) {
      sums.conversations += conversations;
      sums.messagesIn += messagesIn;
      sums.messagesOut += messagesOut;
    }
    for (const fact of walked) addFact(walks, fact, day.settled);
  }
  sums.walks = [...walks.values()].sort((a, b) => (a.walk < b.walk ? -1 : 1));
  return sums;
}

function pipeline(conversations: string[], { from, to }: Day): PipelineStage[] {
  const nextEnds = DateTime.fromJSDate(to).plus({ days: 1 }).toJSDate();
  const count = (direction: string) => ({ $sum: { $cond: [{ $eq: ['$direction', direction] }, 1, 0] } });
  return [
    {
      $match: {
        conversation: { $in: conversations },
        at: { $gte: from, $lt: nextEnds },
      },
    },
    {
      $facet: {
        said: [
          { $match: { at: { $lt: to }, direction: { $in: ['in', 'out'] } } },
          { $group: { _id: '$conversation', messagesIn: count('in'), messagesOut: count('out') } },
          {
            $group: {
              _id: null,
              conversations: { $sum: 1 },
              messagesIn: { $sum: '$messagesIn' },
              messagesOut: { $sum: '$messagesOut' },
            },
          },
        ],
        walked: [
          { $match: { 'walks.run': { $exists: true } } },
          { $unwind: '$walks' },
          {
            $group: {
              _id: { conversation: '$conversation', run: '$walks.run' },
              walk: { $min: '$walks.walk' },
              begun: { $max: { $cond: [{ $eq: ['$walks.begun', true] }, '$at', null] } },
              last: { $max: { at: '$at', stands: '$walks.stands', step: '$walks.step' } },
            },
          },
          {
            $project: {
              walk: 1,
              facts: [
                { what: 'begun', at: '$begun', step: null },
                {
                  what: '$last.stands',
                  at: '$last.at',
                  step: { $cond: [{ $eq: ['$last.stands', 'finished'] }, null, '$last.step'] },
                },
              ],
            },
          },
          { $unwind: '$facts' },
          { $match: { 'facts.at': { $gte: from, $lt: to } } },
          {
            $group: { _id: { walk: '$walk', what: '$facts.what', step: '$facts.step' }, times: { $sum: 1 } },
          },
          { $project: { _id: 0, walk: '$_id.walk', what: '$_id.what', step: '$_id.step', times: 1 } },
        ],
      },
    },
  ];
}

function addFact(walks: Map<string, WalkSums>, { walk, what, step, times }: WalkFact, settled: boolean): void {
  const sums = walks.get(walk) ?? { walk, begun: 0, finished: 0, givenUp: [] };
  walks.set(walk, sums);
  if (what === 'begun') sums.begun += times;
  else if (what === 'finished') sums.finished += times;
  else if (what === 'givenUp' || settled) addGivenUp(sums.givenUp, { step: step ?? '', times });
}

/** Adds how often a walk was given up at a step; the steps where it happens most come first. */
export function addGivenUp(givenUp: WalkSums['givenUp'], { step, times }: WalkSums['givenUp'][number]): void {
  const known = givenUp.find((one) => one.step === step);
  if (known) known.times += times;
  else givenUp.push({ step, times });
  givenUp.sort((a, b) => b.times - a.times || (a.step < b.step ? -1 : 1));
}
