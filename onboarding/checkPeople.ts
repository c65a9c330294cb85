import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { PeopleLine } from './readPeople.ts';
import type { Refusal, Refused } from './refusal.ts';

export type CheckedLine = PeopleLine & { refusal?: Refusal };

export interface CheckPeopleInput {
  purchasingAccountId: string;
  lines: PeopleLine[];
}

export type CheckPeopleResult = { outcome: 'checked'; lines: CheckedLine[]; invitable: number } | Refused;

/** Checks a whole list before the first is invited. */
export async function checkPeople(_house: House, _actor: Actor, _input: CheckPeopleInput): Promise<CheckPeopleResult> {
  throw new Error('not built yet');
}
