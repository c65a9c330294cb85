import type { Spelling } from './answerWords.ts';

/** Shorter words are too near to others that mean the contrary. */
const shortest = 5;

/**
 * Reads through typing errors in the words that decide, and only there where nothing can be mixed up: a letter too many,
 * too few or two swapped, inside the word. Never its first letter, never its last: "approvo", "approva", "approves" and
 * "approver" are different people approving. Never a word that is in use.
 *
 * @param decisive the words that decide.
 * @param isInUse whether a word is known to mean something.
 * @param role how the names of roles are corrected.
 */
export function answerSpelling(
  decisive: Iterable<string>,
  isInUse: (word: string) => boolean,
  role: (word: string) => string,
): Spelling {
  const shortened = new Map<string, Set<string>>();
  const note = (piece: string, word: string) => {
    const known = shortened.get(piece);
    if (known) known.add(word);
    else shortened.set(piece, new Set([word]));
  };
  for (const word of decisive) {
    if (word.length <= shortest) continue;
    note(word, word);
    for (const piece of withoutOneInner(word)) note(piece, word);
  }

  return {
    decisive(word) {
      if (word.length < shortest || word.length > 20 || isInUse(word)) return word;
      const near = new Set(shortened.get(word));
      for (const piece of withoutOneInner(word)) {
        for (const other of shortened.get(piece) ?? []) {
          if (other === piece || isSwapped(word, other)) near.add(other);
        }
      }
      // The last letter typed twice: "approvoo".
      if (word.at(-1) === word.at(-2) && shortened.get(word.slice(0, -1))?.has(word.slice(0, -1))) {
        near.add(word.slice(0, -1));
      }
      const [only, ...others] = [...near].filter((other) => other.at(-1) === word.at(-1));
      return only !== undefined && others.length === 0 ? only : word;
    },
    role: (word) => (word.startsWith('#') ? word : role(word)),
  };
}

function withoutOneInner(word: string): string[] {
  const pieces: string[] = [];
  for (let i = 1; i < word.length - 1; i++) pieces.push(word.slice(0, i) + word.slice(i + 1));
  return pieces;
}

/** Whether two words of one length differ by two neighbouring letters that are swapped, and by nothing else. */
function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let at = 0;
  while (word[at] === other[at]) at++;
  return word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2);
}
