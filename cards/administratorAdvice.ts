import { beginButton } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';
import type { Reader } from './inWords.ts';

/**
 * The guide's advice for people of whom Usher does not know that they belong to an organization. It says the same
 * whatever exists (product.md, walk 1).
 * @param withNumbers whether the numbers were given already, so that asking for them makes no sense.
 */
export function administratorAdvice(withNumbers: boolean, { texts }: Reader): SpokenCard {
  const words = texts.findAdministrator;
  return card(
    words.adviceLead,
    [
      heading(words.title),
      paragraph(words.adviceLead),
      ...words.advice.map((line) => paragraph(`• ${line}`, { spacing: 'Small' })),
    ],
    [
      !withNumbers && beginButton(words.haveNumbers, 'findAdministrator', { numbers: 'ask' }),
      beginButton(texts.walks.resendInvitation, 'resendInvitation'),
      beginButton(texts.walks.person, 'person'),
    ],
  );
}
