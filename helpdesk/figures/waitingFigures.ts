import { HelpdeskWait } from '../../models/helpdeskWait.ts';
import type { Figures } from '../api.ts';
import type { Period } from './period.ts';
import { between, rounded, type Spread, spread } from './spread.ts';

/** How long people waited for a person until somebody came, or was done with it, in the period. */
export async function waitingFigures({ from, to }: Period): Promise<Figures['waiting']> {
  const [waits] = await HelpdeskWait.aggregate<Spread>([
    { $match: { until: { $gte: from, $lt: to } } },
    { $project: { value: between('$since', '$until', 'minutes') } },
    ...spread(),
  ]);
  if (!waits) return { times: 0 };
  return { times: waits.count, medianMinutes: rounded(waits.median), ninetiethMinutes: rounded(waits.ninetieth) };
}
