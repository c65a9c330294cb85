import { fixedChoices } from '../cards/fixedChoices.ts';
import { maskSecrets } from '../onboarding/maskSecrets.ts';

/**
 * Masks the secrets in a card as maskSecrets does. The countries hold none, and are most of a form that each turn of its
 * walk shows: they are passed over.
 * @param card as JSON text.
 */
export function maskCard(card: string): string {
  const fixed = fixedChoices.placeIn(card);
  if (fixed === undefined) return maskSecrets(card);
  const before = card.slice(0, fixed.start);
  const after = card.slice(fixed.end);
  const masked = { before: maskSecrets(before), after: maskSecrets(after) };
  if (masked.before === before && masked.after === after) return card;
  return masked.before + card.slice(fixed.start, fixed.end) + masked.after;
}
