import { useState } from 'react';
import type { LiveEvent } from '../../api.ts';
import { useLive } from './useLive.ts';

type Counts = Extract<LiveEvent, { event: 'counts' }>['data'];

/** Whatever is looked at, the numbers come. */
const nothingElse = {};

/** @returns how many wait for a person and how much is stuck; undefined until it is known. */
export function useCounts(): Counts | undefined {
  const [counts, setCounts] = useState<Counts>();
  useLive(
    nothingElse,
    ({ event, data }) => {
      if (event === 'counts') setCounts(data);
    },
    () => undefined,
  );
  return counts;
}
