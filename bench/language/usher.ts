import type { Utterances } from '../../language/readUtterances.ts';
import { createUnderstanding } from '../../language/understand.ts';
import type { Contestant } from './measure.ts';

/** Trains Usher's own understanding. */
export function loadUsher(utterances: Utterances): Contestant {
  const start = performance.now();
  const { understand } = createUnderstanding(utterances);
  return {
    name: 'Usher',
    trainingMilliseconds: performance.now() - start,
    intentOf: (text) => understand(text).intent,
    actsOn: (text) => understand(text).sure,
  };
}
