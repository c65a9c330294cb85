import { DateTime, type Duration } from 'luxon';
import type { InboxReading } from '../../../models/inboxReading.ts';
import { IncomingMail } from '../../../models/incomingMail.ts';
import { GraphFault } from '../../graphFault.ts';
import type { HeldDuty } from './duty.ts';
import type { FoundMail, GraphInbox } from './graphInbox.ts';

/**
 * Reads what came into the inbox since the last time, page by page. The link to go on with is written down only when
 * all that its page shows stands in the store: killed in between, the page is read again, and what stands there already
 * is left as it is.
 *
 * @param found is told after each page that showed something.
 * @throws GraphFault, LeaseLost, or what the store throws; the duty stays in hand then.
 */
export async function readInbox(
  duty: HeldDuty<InboxReading>,
  inbox: GraphInbox,
  { askEvery, found }: { askEvery: Duration; found(): void },
): Promise<void> {
  let { link } = duty.state;
  for (;;) {
    await duty.keep();
    const page = await inbox.changes(link);
    if (page.outcome === 'gone') {
      if (link === undefined) throw new GraphFault('unclear', 'Graph has lost a place that it was not asked for');
      // From the beginning: whatever lies in the inbox is shown again, and recorded unless it was.
      link = undefined;
      await duty.note({ $unset: { link: 1 } });
      continue;
    }
    if (page.found.length > 0) {
      await recordFound(page.found);
      found();
    }
    link = page.link;
    if (page.more) await duty.note({ $set: { link } });
    else break;
  }
  const now = DateTime.now();
  await duty.done(now.plus(askEvery).toJSDate(), { $set: { link, readAt: now.toJSDate() } });
}

async function recordFound(found: readonly FoundMail[]): Promise<void> {
  const fetchAt = DateTime.now().toJSDate();
  await IncomingMail.bulkWrite(
    found.map(({ id, receivedAt }) => ({
      updateOne: {
        filter: { _id: id },
        update: { $setOnInsert: { state: 'found' as const, receivedAt, attempts: 0, fetchAt } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}
