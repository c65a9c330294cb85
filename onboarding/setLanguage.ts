import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';

export interface SetLanguageInput {
  language: string;
}

export type SetLanguageResult = { outcome: 'set'; language: string } | Refused;

/** Walk 7: remembers the language that somebody chose. */
export async function setLanguage(_house: House, _actor: Actor, _input: SetLanguageInput): Promise<SetLanguageResult> {
  throw new Error('not built yet');
}
