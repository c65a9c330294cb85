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
  return kindOf(setPhrase(words).split(' '));
}

/** "Ok thx bye": one after the other, all of one kind. */
function kindOf(words: readonly string[]): SmallTalk | undefined {
  const whole = known.get(words.join(' '));
  if (whole) return whole;
  for (let length = words.length - 1; length > 0; length--) {
    const first = known.get(words.slice(0, length).join(' '));
    if (first && kindOf(words.slice(length)) === first) return first;
  }
  return undefined;
}
