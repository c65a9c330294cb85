import { AccessRequest } from '../../models/accessRequest.ts';
import type { Figures } from '../api.ts';
import type { Period } from './period.ts';
import { between, rounded, type Spread, spread } from './spread.ts';

/** Requests that were decided in the period, by the channel of the decision, and how long they had waited for it. */
export async function decisionFigures({ from, to }: Period): Promise<Figures['decisions']> {
  const decided = { $match: { 'decision.at': { $gte: from, $lt: to }, state: { $in: ['approved', 'denied'] } } };
  const [counts, waits] = await Promise.all([
    AccessRequest.aggregate<{ _id: string; approved: number; denied: number }>([
      decided,
      {
        $group: {
          _id: '$decision.channel',
          approved: { $sum: { $cond: [{ $eq: ['$state', 'approved'] }, 1, 0] } },
          denied: { $sum: { $cond: [{ $eq: ['$state', 'denied'] }, 1, 0] } },
        },
      },
      { $sort: { _id: 1 } },
    ]),
    AccessRequest.aggregate<Spread & { _id: string }>([
      decided,
      { $project: { channel: '$decision.channel', value: between('$createdAt', '$decision.at', 'hours') } },
      ...spread('$channel'),
    ]),
  ]);
  return counts.map(({ _id: channel, approved, denied }) => {
    const wait = waits.find(({ _id }) => _id === channel);
    return { channel, approved, denied, ...(wait && { medianHours: rounded(wait.median) }) };
  });
}
