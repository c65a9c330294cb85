import * as z from 'zod';
import { StuckDismissal } from '../../models/stuckDismissal.ts';
import type { House } from '../../onboarding/house.ts';
import { now } from '../../onboarding/now.ts';
import { onceOnly } from '../../onboarding/onceOnly.ts';
import type { Page, StuckItem } from '../api.ts';
import type { AuditAbout } from '../call.ts';
import type { ConsoleDoor } from '../door.ts';
import { dismissalId, listStuck, stuckSources } from './listStuck.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';

const kinds = ['mail', 'message', 'bounce', 'work', 'incomingMail', 'subscription', 'domain'] as const;
const one = z.strictObject({ kind: z.enum(kinds), id: z.string().min(1).max(600) });

/** Mounts the list of what is stuck, and what can be done about it: `GET /stuck`, `POST /stuck/:kind/:id/:action`. */
export function mountStuck(door: ConsoleDoor, house: House): void {
  door.get('/stuck', { audit: false }, async () => {
    const body: Page<StuckItem> = { rows: await listStuck() };
    return { body };
  });

  door.post('/stuck/:kind/:id/tryAgain', { act: true, audit: 'stuckTriedAgain', input: one }, async (call) => {
    const { kind, id } = call.input;
    const found = await findStuck(kind, id);
    if (found?.source.tryAgain) {
      // It is noted before it is done, never the other way round.
      const audited = await call.audit(about(kind, found.thing));
      await found.source.tryAgain(house, id);
      return { body: {}, audited };
    }
    // Pressed twice, or no longer stuck: there is nothing to be done any more.
    for (const source of stuckSources) {
      if (source.kind !== kind || !(await source.tryAgain?.(house, id))) continue;
      return { body: {}, audited: await call.audit({ details: { kind, id }, sameLook: `again ${kind} ${id}` }) };
    }
    return { refused: 'notFound' };
  });

  door.post('/stuck/:kind/:id/dismiss', { act: true, audit: 'stuckDismissed', input: one }, async (call) => {
    const { kind, id } = call.input;
    const found = await findStuck(kind, id);
    if (!found || found.source.endsElsewhere) return { refused: 'notFound' };
    const sameLook = `dismissed ${kind} ${id} ${found.thing.as}`;
    const audited = await call.audit({ ...about(kind, found.thing), sameLook });
    await dismiss(found.source, found.thing, call.operator.email);
    return { body: {}, audited };
  });
}

async function findStuck(
  kind: StuckItem['kind'],
  id: string,
): Promise<{ source: StuckSource; thing: StuckThing } | undefined> {
  for (const source of stuckSources) {
    const thing = source.kind === kind ? await source.find(id) : undefined;
    if (thing) return { source, thing };
  }
  return undefined;
}

/** Who has seen it, and when, stays as it was when somebody presses twice. */
async function dismiss(source: StuckSource, { id, as }: StuckThing, by: string): Promise<void> {
  const _id = dismissalId(source, id);
  const dismissed = { kind: source.kind, as, by, at: now() };
  // One that stands there just like that is not found, and cannot be made a second time.
  await onceOnly(() => StuckDismissal.updateOne({ _id, as: { $ne: as } }, { $set: dismissed }, { upsert: true }));
}

function about(kind: StuckItem['kind'], { id, person, conversationId }: StuckThing): AuditAbout {
  return {
    details: { kind, id },
    ...(person !== undefined && { forWhom: person }),
    ...(conversationId !== undefined && { conversation: conversationId }),
  };
}
