import { foldText } from './foldText.ts';
import { languages, textsFor } from './texts.ts';

export type SmallTalk = 'greeting' | 'thanks';

/** What people say to be polite, folded, in all languages that Usher speaks. */
const known = new Map<string, SmallTalk>();
for (const language of languages) {
  const { greetings, thanks } = textsFor(language).smallTalk;
  for (const words of greetings) known.set(foldText(words), 'greeting');
  for (const words of thanks) known.set(foldText(words), 'thanks');
}

/**
 * @param text what somebody said.
 * @returns what kind of politeness it is when it is nothing else: a request that begins with "hello" is a request.
 */
export function smallTalk(text: string): SmallTalk | undefined {
  // Longer than any politeness.
  if (text.length > 60) return undefined;
  const words = foldText(text)
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\busher\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return known.get(words);
}
