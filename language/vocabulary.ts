import type { Utterances } from './readUtterances.ts';
import { splitWords } from './splitWords.ts';

/** The words that the utterance files are written in. */
export interface Vocabulary {
  /** @returns whether a folded word is an ordinary one: written in small letters, not a name, not a typing error. */
  isOrdinary(word: string): boolean;
  /** The same, for a word that is a name too: it has to be written in small letters at least as often as not. */
  isOrdinaryRatherThanName(word: string): boolean;
  /** @returns the folded word as it should be spelled, when it is a known one with a typing error; otherwise itself. */
  spell(word: string): string;
  /** The same, also for a word that a training sentence spells so, when a much commoner one is as near. */
  spellBoldly(word: string): string;
}

/** What learning the words comes to, as plain data. */
export interface WordKnowledge {
  /** How often each folded word stands in what was learned from. */
  counts: Map<string, number>;
  /** The same for words written in small letters. */
  ordinary: Map<string, number>;
  /** Every word with one letter taken out, to the word it comes from. */
  shortened: Map<string, string>;
}

/** People hardly ever miss a word's first letter, and words that differ in it alone are mostly others (other, bother). */
/** Shorter words are too alike to tell which one was meant. */
const shortest = 4;
const longest = 24;

/** Learns the words of the training sentences and of all word lists. */
export function learnWords(utterances: Utterances): WordKnowledge {
  const counts = new Map<string, number>();
  const ordinary = new Map<string, number>();
  const learn = (text: string, weight: number) => {
    for (const { text: word, start } of splitWords(text)) {
      counts.set(word, (counts.get(word) ?? 0) + weight);
      if (text[start] !== text[start]?.toUpperCase()) ordinary.set(word, (ordinary.get(word) ?? 0) + weight);
    }
  };
  for (const { text } of utterances.training) learn(text.replace(/\S*[@.]\S+/g, ' '), 1);
  for (const lists of utterances.words.values()) {
    for (const [heading, lines] of lists) {
      // Wordings with alternatives in brackets, for readers of their own; and names, which are no words.
      if (/^(?:decision|reason|answer) |^words givenName$/.test(heading)) continue;
      for (const line of lines) learn(line, 2);
    }
  }

  // Every word with one letter taken out, to the word it comes from: a letter too many, too few, another one, or two
  // swapped, all meet there. Where several meet, the commonest counts.
  const shortened = new Map<string, string>();
  for (const [word, count] of counts) {
    if (!isTrusted(word, count) || word.length < shortest || word.length > longest) continue;
    for (const shorter of withoutOneLetter(word)) {
      const other = shortened.get(shorter);
      if (other === undefined || (counts.get(other) as number) < count) shortened.set(shorter, word);
    }
  }
  return { counts, ordinary, shortened };
}

/** @returns the vocabulary that was learned. */
export function vocabularyOf({ counts, ordinary, shortened }: WordKnowledge): Vocabulary {
  const correct = (word: string, count: number): string => {
    if (word.length < shortest || word.length > longest) return word;
    let best = word;
    let most = 4 * count;
    const consider = (other: string | undefined) => {
      if (other === undefined || other[0] !== word[0]) return;
      const commonness = counts.get(other) ?? 0;
      if (commonness <= most || !isTrusted(other, commonness)) return;
      best = other;
      most = commonness;
    };
    consider(shortened.get(word));
    for (const shorter of withoutOneLetter(word)) {
      if (shorter.length >= shortest) consider(shorter);
      const other = shortened.get(shorter);
      if (other !== word && other?.length === word.length && isOneSlip(word, other)) consider(other);
    }
    return best;
  };

  return {
    isOrdinary: (word) => (ordinary.get(word) ?? 0) > 1,
    isOrdinaryRatherThanName(word) {
      const small = ordinary.get(word) ?? 0;
      return small > 1 && 2 * small >= (counts.get(word) ?? 0);
    },
    spell: (word) => (isTrusted(word, counts.get(word)) ? word : correct(word, 0)),
    spellBoldly: (word) => ((counts.get(word) ?? 0) > 1 ? word : correct(word, counts.get(word) ?? 0)),
  };
}

/** A short word that only one sentence holds may be the typing error that the sentence is there for. */
function isTrusted(word: string, count = 0): boolean {
  return count > (word.length < 6 ? 1 : 0);
}

/** Two words of one length that share all letters but one may still differ in more than one slip: "march", "charm". */
function isOneSlip(word: string, other: string): boolean {
  let from = 0;
  while (word[from] === other[from]) from++;
  let to = word.length - 1;
  while (word[to] === other[to]) to--;
  return from === to || (to === from + 1 && word[from] === other[to] && word[to] === other[from]);
}

function withoutOneLetter(word: string): string[] {
  const shorter: string[] = [];
  for (let i = 0; i < word.length; i++) shorter.push(word.slice(0, i) + word.slice(i + 1));
  return shorter;
}
