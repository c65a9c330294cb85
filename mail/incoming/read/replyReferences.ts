import { replyReferencePattern } from '../../../onboarding/replyReference.ts';

const most = 20;

/**
 * @param places header values or ids, the likeliest first.
 * @returns the reply references in them, each once, lower-case, the likeliest first.
 */
export function replyReferences(places: readonly string[]): string[] {
  const every = new RegExp(replyReferencePattern, 'gi');
  const found = places.flatMap((place) =>
    [...place.matchAll(every)].map((match) => (match[1] as string).toLowerCase()),
  );
  return [...new Set(found)].slice(0, most);
}
