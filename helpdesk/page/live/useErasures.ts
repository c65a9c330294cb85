import { useQueryClient } from '@tanstack/react-query';
import { useLive } from './useLive.ts';

/** Whatever is looked at, it may be erased. */
const nothingElse = {};

/** Fetches what is shown again when somebody was erased, whoever did it: nothing of it stays in the page. */
export function useErasures(): void {
  const queries = useQueryClient();
  useLive(
    nothingElse,
    ({ event }) => {
      if (event !== 'erasures') return;
      queries.removeQueries({ type: 'inactive' });
      queries.invalidateQueries();
    },
    () => undefined,
  );
}
