import { StuckDismissal } from '../../models/stuckDismissal.ts';
import type { StuckItem } from '../api.ts';
import { bounce } from './bounce.ts';
import { stuckConversation } from './stuckConversation.ts';
import { stuckIncomingMail } from './stuckIncomingMail.ts';
import { stuckMail } from './stuckMail.ts';
import { stuckMailbox } from './stuckMailbox.ts';
import { stuckMessage } from './stuckMessage.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';
import { stuckWork } from './stuckWork.ts';
import { unverifiedDomain } from './unverifiedDomain.ts';

/** Everything that can wait or fail. A kind may have several places. */
export const stuckSources: readonly StuckSource[] = [
  stuckMail,
  stuckMessage,
  stuckConversation,
  bounce,
  stuckWork,
  stuckIncomingMail,
  stuckMailbox,
  unverifiedDomain,
];

/** So many of each place: nobody works off more by hand, and what they have in common shows. */
const mostOfEach = 200;

/** @returns what waits or failed and nobody has taken off the list as it stands, the newest first. */
export async function listStuck(sources: readonly StuckSource[] = stuckSources): Promise<StuckItem[]> {
  const dismissed = await dismissals();
  const found = await Promise.all(
    sources.map(async (source) => {
      const of = dismissed.get(source.kind) ?? new Map<string, string>();
      const things = await source.list(mostOfEach + of.size);
      return things
        .filter(({ id, as }) => of.get(dismissalId(source, id)) !== as)
        .slice(0, mostOfEach)
        .map((thing) => asItem(source, thing));
    }),
  );
  return found.flat().sort((a, b) => (a.since < b.since ? 1 : -1));
}

/** The id of what is remembered of somebody taking it off the list. */
export function dismissalId({ kind }: StuckSource, id: string): string {
  return `${kind}/${id}`;
}

/** How the things stood that were taken off the list, by kind. */
async function dismissals(): Promise<Map<string, Map<string, string>>> {
  const byKind = new Map<string, Map<string, string>>();
  for (const { _id, kind, as } of await StuckDismissal.find({}, { kind: 1, as: 1 }).lean()) {
    const ofKind = byKind.get(kind) ?? new Map<string, string>();
    byKind.set(kind, ofKind.set(_id, as));
  }
  return byKind;
}

function asItem({ kind, tryAgain, endsElsewhere }: StuckSource, { as: _, ...thing }: StuckThing): StuckItem {
  // What nobody can read reads no better the second time.
  const again = tryAgain !== undefined && thing.facts.state !== 'unreadable';
  return {
    ...thing,
    kind,
    actions: [...(again ? (['tryAgain'] as const) : []), ...(endsElsewhere ? [] : (['dismiss'] as const))],
  };
}
