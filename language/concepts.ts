import { Phrases } from './extract/phrases.ts';
import type { WordLists } from './readUtterances.ts';
import { splitWords } from './splitWords.ts';

/**
 * Gathers the words and wordings that mean much the same, in all languages, so that what is learned from one of them is
 * known of the others.
 *
 * @returns a function that names the concepts in a sentence of folded words, as `=invite`.
 */
export function gatherConcepts(lists: ReadonlyMap<string, WordLists>): (tokens: readonly string[]) => string[] {
  const phrases = new Phrases();
  for (const words of lists.values()) {
    for (const [heading, wordings] of words) {
      const [kind, concept = ''] = heading.split(' ');
      if (kind !== 'concept') continue;
      for (const wording of wordings) {
        phrases.add(
          splitWords(wording).map(({ text }) => text),
          { kind: concept, values: [] },
        );
      }
    }
  }
  return (tokens) => phrases.find(tokens).map(({ kind }) => `=${kind}`);
}
