import { meaningInARow } from './meaningInARow.ts';
import { setPhrase } from './setPhrase.ts';
import { languages, textsFor } from './texts.ts';

export type SmallTalk = 'greeting' | 'thanks';

/** What people say to be polite, as set phrases, in all languages that Usher speaks. */
const known = new Map<string, SmallTalk>();
for (const language of languages) {
  const { greetings, thanks } = textsFor(language).smallTalk;
  for (const words of greetings) known.set(setPhrase(words), 'greeting');
  for (const words of thanks) known.set(setPhrase(words), 'thanks');
}

/**
 * @param text what somebody said.
 * @returns what kind of politeness it is when it is nothing else: a request that begins with "hello" is a request.
 */
export function smallTalk(text: string): SmallTalk | undefined {
  // Longer than any politeness.
  if (text.length > 60) return undefined;
  const words = text
    .replace(/[^\p{L}\p{M}\p{N}'’‘`´ ]+/gu, ' ')
    .replace(/\busher\b/gi, ' ')
    .replace(/\s+/g, ' ');
  return meaningInARow(setPhrase(words).split(' '), known);
}
