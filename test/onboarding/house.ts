import { inspect } from 'node:util';
import type { House } from '../../onboarding/house.ts';
import { defaultLimits, type Limits } from '../../onboarding/limits.ts';
import { startWorker } from '../../onboarding/worker.ts';

/** A house for tests, with what was logged and the TXT records that it finds. */
export interface TestHouse extends House {
  /** What was logged, as `[level, fields, sentence]`. */
  logged: [level: string, ...unknown[]][];
  /** TXT records by name; an Error is thrown. What is not in it does not exist. */
  txt: Map<string, string[] | Error>;
  /** How often the worker was woken. */
  woken: number;
  /** Carries out everything that is due now, as the worker does. */
  work(): Promise<void>;
}

/** @returns everything that was logged, as text; of faults what they say and carry, which JSON would leave out. */
export function loggedText({ logged }: Pick<TestHouse, 'logged'>): string {
  return inspect(logged, { depth: null, maxArrayLength: null, maxStringLength: null });
}

/**
 * @param changes parts that differ; `limits` need name only those that do.
 * @returns a house without a running worker: {@link TestHouse.work} carries out what is due.
 */
export function makeHouse(changes: Partial<Omit<House, 'limits'>> & { limits?: Partial<Limits> } = {}): TestHouse {
  const { limits, ...parts } = changes;
  const logged: TestHouse['logged'] = [];
  const log = (level: string) =>
    ((...said: unknown[]) => {
      logged.push([level, ...said]);
    }) as House['log']['info'];
  const txt: TestHouse['txt'] = new Map();
  const house: TestHouse = {
    linkSecret: 'a secret for tests that is long enough, 32 bytes and more',
    resolveTxt: async (name) => {
      const records = txt.get(name) ?? [];
      if (records instanceof Error) throw records;
      return records;
    },
    limits: { ...defaultLimits, ...limits },
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    wake() {
      house.woken += 1;
    },
    ...parts,
    logged,
    txt,
    woken: 0,
    async work() {
      const worker = startWorker(house);
      await worker.drain();
      await worker.stop();
    },
  };
  return house;
}
