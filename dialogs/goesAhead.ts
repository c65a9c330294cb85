import { readPress } from '../language/readPress.ts';
import { languages, textsFor } from '../language/texts.ts';
import type { Actor } from '../onboarding/actor.ts';
import { readAnswer } from './readAnswer.ts';

const goAheads = languages.flatMap((language) => textsFor(language).mail.answer.goAheads);

/** @returns whether a text says that what stands on a card may be done, and nothing else: “ok, send it”. */
export function goesAhead(text: string, actor: Actor): boolean {
  if (readAnswer(text) === 'yes') return true;
  return readPress(text, { titles: [], goAheads, signer: actor }) === 'yes';
}
