import { type RefObject, useEffect, useRef } from 'react';
import { useShape } from './useShape.ts';

/**
 * Where there is room for one pane, each takes the place of another, and the focus goes with what was there.
 *
 * @returns for the part that takes it instead; needs `tabIndex={-1}`.
 */
export function useFocusTaken<E extends HTMLElement>(): RefObject<E | null> {
  const part = useRef<E>(null);
  const narrow = useShape() === 'narrow';
  useEffect(() => {
    if (narrow && document.activeElement === document.body) part.current?.focus();
  }, [narrow]);
  return part;
}
