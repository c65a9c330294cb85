import { asPattern } from './asPattern.ts';

/** @returns what finds one of these wordings in a text: whole words, in upper or lower case, the longest first. */
export function wordingsIn(wordings: readonly string[]): RegExp {
  const sorted = [...new Set(wordings)].sort((a, b) => b.length - a.length);
  const all = sorted.map(asPattern).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all})(?![\\p{L}\\p{N}])`, 'iu');
}
