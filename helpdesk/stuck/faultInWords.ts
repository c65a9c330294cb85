import { maskSecrets } from '../../onboarding/maskSecrets.ts';

/** @returns a fault as it was written down, in one short line, for the item's `fault`. */
export function faultInWords(lastFault: string | undefined): { fault?: string } {
  const line = maskSecrets(lastFault ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
  return line === '' ? {} : { fault: line };
}
