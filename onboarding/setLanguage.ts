import { Person } from '../models/person.ts';
import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import { readLanguage } from './readLanguage.ts';
import { recipientOf } from './recipientOf.ts';
import { type Refused, refused } from './refusal.ts';

export interface SetLanguageInput {
  language: string;
}

export type SetLanguageResult = { outcome: 'set'; language: string } | Refused;

/**
 * Remembers the language that somebody chose (product.md, walk 7). Whether Usher speaks it is known to language/, not
 * here.
 *
 * @returns refused: `invalid` (unknownLanguage).
 */
export async function setLanguage(_house: House, actor: Actor, input: SetLanguageInput): Promise<SetLanguageResult> {
  const language = readLanguage(input.language);
  if (!language) return refused({ reason: 'invalid', fields: [{ field: 'language', problem: 'unknownLanguage' }] });
  const { email, firstName, lastName } = recipientOf(actor);
  await Person.updateOne({ email }, { $set: { language }, $setOnInsert: { firstName, lastName } }, { upsert: true });
  return { outcome: 'set', language };
}
