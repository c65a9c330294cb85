import { maskSecrets } from '../../../onboarding/maskSecrets.ts';
import { plainLine } from '../../content/plainLine.ts';

const longest = 300;

/** @returns the words of a mail system on one line, shortened, without anything secret. */
export function bounceReason(words: string): string {
  return plainLine(maskSecrets(words.slice(0, 2_000)), longest);
}
