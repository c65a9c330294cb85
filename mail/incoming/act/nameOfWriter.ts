import { suggestName } from '../../../language/extract/suggestName.ts';
import { foldText } from '../../../language/foldText.ts';
import { readName } from '../../../onboarding/readName.ts';

/**
 * Reads the name to greet somebody with off what their mail program calls them, and off their address where that says
 * nothing: “Giulia Romano”, “Romano, Giulia”, “ROMANO Giulia (Contoso)”. An address of first and last name tells which
 * is which.
 *
 * @returns empty names where nothing is told that could be a name.
 */
export function nameOfWriter(displayName: string, email: string): { firstName: string; lastName: string } {
  const suggested = suggestName(email);
  const shown = displayName.replace(/\s*\([^()]*\)\s*$/, '').trim();
  const read = readName(shown);
  const [before, after, ...more] = 'name' in read ? read.name.split(/\s*,\s*/) : [];
  const words = (after && more.length === 0 ? `${after} ${before}` : (before ?? '')).split(/\s+/).filter(Boolean);
  const isSuggested = suggested && (words.length === 0 || consistsOf(words, suggested));
  const [firstName = '', ...rest] = isSuggested ? suggested.name.split(' ') : words;
  return { firstName, lastName: rest.join(' ') };
}

/** Whether these are words of a name, in whatever order and letters. */
function consistsOf(words: readonly string[], { name }: { name: string }): boolean {
  const known = foldText(name).split(' ');
  return words.every((word) => known.includes(foldText(word)));
}
