import { useSyncExternalStore } from 'react';
import { characterKeys } from './characterKeys.ts';

/** @returns whether keys that are characters lead somewhere. */
export function useCharacterKeys(): boolean {
  return useSyncExternalStore(characterKeys.watch, characterKeys.areOn);
}
