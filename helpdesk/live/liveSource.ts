import type { Logger } from 'pino';
import { LogReading } from '../../models/logReading.ts';
import { faultReference } from '../../onboarding/faultReference.ts';
import type { LogReader } from '../log/logReader.ts';

/** Tells those who watch when something has changed. */
export interface LiveSource {
  /** The number of the newest portion of the log that is listed. */
  seq(): Promise<number>;
  /** Calls back after each look, with that number; while anybody is called back, the log is looked at. */
  watch(look: (seq: number) => void): () => void;
  /** Asks the store once for all who ask the same until the next look. */
  shared<T>(question: string, ask: () => Promise<T>): Promise<T>;
}

/** @param every how often it looks while somebody watches, in milliseconds. */
export function startLiveSource(logReader: LogReader, log: Pick<Logger, 'error'>, every = 1_000): LiveSource {
  const watching = new Set<(seq: number) => void>();
  const asked = new Map<string, Promise<unknown>>();
  let timer: NodeJS.Timeout | undefined;

  async function seq(): Promise<number> {
    return (await LogReading.findById('log', { seq: 1 }).lean())?.seq ?? 0;
  }

  async function look(): Promise<void> {
    try {
      await logReader.catchUp();
      const newest = await seq();
      asked.clear();
      for (const each of watching) each(newest);
    } catch (fault) {
      log.error({ err: fault, reference: faultReference() }, 'those who watch could not be told');
    }
    timer = undefined;
    schedule();
  }

  function schedule(): void {
    if (watching.size === 0 || timer !== undefined) return;
    timer = setTimeout(() => void look(), every);
    timer.unref();
  }

  return {
    seq,
    watch(each) {
      watching.add(each);
      schedule();
      return () => {
        watching.delete(each);
        if (watching.size > 0) return;
        // Nobody looks any more: whoever comes next asks anew.
        asked.clear();
        clearTimeout(timer);
        timer = undefined;
      };
    },
    shared<T>(question: string, ask: () => Promise<T>): Promise<T> {
      const before = asked.get(question);
      if (before) return before as Promise<T>;
      const answer = ask();
      asked.set(question, answer);
      answer.catch(() => asked.delete(question));
      return answer;
    },
  };
}
