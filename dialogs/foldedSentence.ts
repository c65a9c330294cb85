import { foldText } from '../language/foldText.ts';
import { maskSecrets } from '../onboarding/maskSecrets.ts';

/** In characters. Whoever writes more says more than one sentence. */
const longest = 300;

/**
 * @returns a sentence as it is counted with the same ones: folded, in one line, without the marks at its end, secrets
 *   masked; undefined where nothing is left, or too much.
 */
export function foldedSentence(text: string): string | undefined {
  const line = text
    .slice(0, 10 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length > longest) return undefined;
  // Folding lowers a token's capitals, by which it is known: masked first.
  return foldText(maskSecrets(line)).replace(/[\s.,;:!?]+$/, '') || undefined;
}
