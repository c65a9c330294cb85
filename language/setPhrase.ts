import { foldText } from './foldText.ts';

/** In characters. A longer text is no set phrase; looking for its end would take time by the square of its length. */
const longest = 200;

/**
 * @returns a text folded and without the marks at its end, to be compared with names of buttons and other set phrases;
 *   empty where it is longer than any of them.
 */
export function setPhrase(text: string): string {
  if (text.length > longest) return '';
  return foldText(text)
    .replace(/[\s.!?]+$/, '')
    .trim();
}
