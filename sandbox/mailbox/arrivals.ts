import { SandboxMail } from './sandboxMail.ts';

/** A message came into somebody's inbox. */
export interface Arrival {
  /** Id of the message. */
  mail: string;
  /** Index in its `deliveredTo`. */
  delivery: number;
  owner: string;
}

const underWay = new Set<number>();
const listeners = new Set<(arrivals: readonly Arrival[]) => void>();
let loading: Promise<void> | undefined;
/** The highest number given so far. */
let last = 0;

/** What an earlier process gave stands in the store. */
function load(): Promise<void> {
  loading ??= SandboxMail.findOne({ 'deliveredTo.arrival': { $exists: true } })
    .sort({ 'deliveredTo.arrival': -1 })
    .select({ deliveredTo: 1 })
    .lean()
    .then((mail) => {
      last = Math.max(last, ...(mail?.deliveredTo ?? []).map(({ arrival }) => arrival ?? 0));
    });
  return loading;
}

/**
 * Whatever comes into an inbox is written in here, by whichever of the sandbox's doors: it gets a number, by which a
 * delta query goes on where the last one ended, and whoever subscribed hears of it.
 *
 * @param write writes the deliveries with that number in the same write as the rest, and says which they are.
 */
export async function arriving(write: (arrival: number) => Promise<readonly Arrival[]>): Promise<void> {
  await load();
  // The clock keeps the numbers of several processes on one store roughly in order; alone it need not be right.
  const arrival = Math.max(last + 1, Date.now() * 1000);
  last = arrival;
  underWay.add(arrival);
  let arrivals: readonly Arrival[];
  try {
    arrivals = await write(arrival);
  } finally {
    underWay.delete(arrival);
  }
  for (const listener of listeners) listener(arrivals);
}

/**
 * @returns up to which number everything that will ever have come in has come in: one that was given but whose write is
 * still under way is not passed by, or a delta query would never show it.
 */
export async function settledArrival(): Promise<number> {
  await load();
  return underWay.size === 0 ? last : Math.min(...underWay) - 1;
}

/** @returns what ends the listening. */
export function onArrival(listener: (arrivals: readonly Arrival[]) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
