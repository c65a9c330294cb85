import { Invitation } from '../../models/invitation.ts';
import type { Figures } from '../api.ts';
import type { Period } from './period.ts';
import { between, rounded, type Spread, spread } from './spread.ts';

/**
 * Invitations whose last sending was in the period, by the state they are in now; and how long those that were accepted
 * in the period took since their last sending.
 */
export async function invitationFigures({ from, to }: Period): Promise<Figures['invitations']> {
  const [states, [acceptance]] = await Promise.all([
    Invitation.aggregate<{ _id: string; times: number }>([
      { $match: { sentAt: { $gte: from, $lt: to } } },
      {
        $group: {
          _id: {
            $cond: [
              { $and: [{ $eq: ['$state', 'pending'] }, { $gt: ['$undeliverable.at', null] }] },
              'undeliverable',
              '$state',
            ],
          },
          times: { $sum: 1 },
        },
      },
    ]),
    Invitation.aggregate<Spread>([
      { $match: { endedAt: { $gte: from, $lt: to }, state: 'accepted' } },
      { $project: { value: between('$sentAt', '$endedAt', 'hours') } },
      ...spread(),
    ]),
  ]);
  return {
    byState: Object.fromEntries(states.map(({ _id, times }) => [_id, times])),
    acceptance: acceptance
      ? {
          count: acceptance.count,
          medianHours: rounded(acceptance.median),
          ninetiethHours: rounded(acceptance.ninetieth),
        }
      : { count: 0 },
  };
}
