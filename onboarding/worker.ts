import type { House } from './house.ts';

/** Carries out pending work; see {@link startWorker}. */
export interface Worker {
  /** Something is due now. */
  wake(): void;
  /** Takes nothing new and resolves when the work in hand is done. */
  stop(): Promise<void>;
  /** For tests: resolves when nothing is due any more. */
  drain(): Promise<void>;
}

/** Starts carrying out what is due in all documents with pending work. */
export function startWorker(_house: House): Worker {
  throw new Error('not built yet');
}
