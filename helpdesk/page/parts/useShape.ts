import { useMedia } from './useMedia.ts';

/** How many panes fit: list, transcript and person; list and transcript; one. */
export type Shape = 'wide' | 'medium' | 'narrow';

export function useShape(): Shape {
  const wide = useMedia('(min-width: 1160px)');
  const narrow = useMedia('(max-width: 719px)');
  if (narrow) return 'narrow';
  return wide ? 'wide' : 'medium';
}
