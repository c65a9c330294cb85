import { useEffectEvent, useLayoutEffect } from 'react';
import { characterKeys } from './characterKeys.ts';

/** Calls `act` when a key is pressed while nothing is being typed and no dialog is open; a character only if those are on. */
export function useShortcut(key: string, act: (event: KeyboardEvent) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTakenElsewhere(event) || (isCharacter(key) && !characterKeys.areOn())) return;
    event.preventDefault();
    act(event);
  });
  // Whoever sees what a key leads to may press it: not a moment later.
  useLayoutEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** The others have names: `Escape`, `ArrowUp`. */
function isCharacter(key: string): boolean {
  return key.length === 1;
}

function isTakenElsewhere({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return true;
  // What was said is scrolled by them.
  if (key.startsWith('Arrow') && target.closest('[role="log"]')) return true;
  // From what one looks for down to what was found.
  if (key === 'ArrowDown' && target.closest('search')) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null;
}
