import { foldText } from '../language/foldText.ts';

/**
 * @param words what may be names in a sentence, as typed.
 * @returns whether one of them is the first name of somebody: “giulia”, “giulias”.
 */
export function isNamed({ name }: { name: string }, words: readonly string[]): boolean {
  const [first = ''] = foldText(name).split(/\s+/);
  return words.some((word) => foldText(word).replace(/s$/, '') === first.replace(/s$/, ''));
}
