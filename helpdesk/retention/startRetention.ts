import { DateTime } from 'luxon';
import { LogReading } from '../../models/logReading.ts';
import { faultReference } from '../../onboarding/faultReference.ts';
import type { House } from '../../onboarding/house.ts';
import { keepFigures } from '../figures/keepFigures.ts';
import { removeOld } from './removeOld.ts';

/** Removes what is older than is kept. */
export interface Retention {
  /** Removes now what is due, as it does by itself. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** In milliseconds. */
const firstAfter = 10 * 60_000;
const lookEvery = 60 * 60_000;

/**
 * Removes once a day what was said longer ago than is kept, in whichever process looks first; it looks every hour.
 *
 * @param days how long messages are kept.
 */
export function startRetention(house: Pick<House, 'conversationChanged' | 'log'>, days: number): Retention {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(next, firstAfter).unref();

  function next(): void {
    running = look()
      .catch((fault: unknown) =>
        house.log.error({ err: fault, reference: faultReference() }, 'what is too old could not be removed'),
      )
      .finally(() => {
        if (!stopped) timer = setTimeout(next, lookEvery).unref();
      });
  }

  async function look(): Promise<void> {
    const before = DateTime.now().minus({ days });
    const { removedBefore } = (await LogReading.findOne({}, { removedBefore: 1 }).lean()) ?? {};
    if (removedBefore !== undefined && removedBefore > before.minus({ days: 1 }).toJSDate()) return;
    // The sums of those days stay.
    await keepFigures(() => stopped);
    const removed = await removeOld(house, before.toJSDate(), () => stopped);
    if (removed) house.log.info(removed, 'what was too old was removed');
  }

  return {
    look,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
