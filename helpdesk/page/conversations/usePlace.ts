import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { addressOf, type Place, readPlace } from './place.ts';

/** @returns where one is, and goes elsewhere. */
export function usePlace() {
  const search = useSearch();
  const [, navigate] = useLocation();
  // The router tells that the address has changed; it decodes more of it than it should.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const place = useMemo(() => readPlace(location.search), [search]);
  const go = (to: Place, id?: string, replace = false) => navigate(addressOf(to, id), { replace });
  return { place, go };
}
