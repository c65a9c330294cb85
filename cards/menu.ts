import type { Texts } from '../language/texts.ts';
import { beginButton, type WalkName } from './buttons.ts';
import { card, mostButtons, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';

/**
 * What Usher can do for this person, as buttons.
 * @param walks the walks that make sense for them, the likeliest first; five fit.
 * @param lead what is said above the menu; by default its title.
 * @param offerPerson whether the last button is a person to talk to, whatever the walks are.
 */
export function menu(texts: Texts, walks: readonly WalkName[], lead?: string, offerPerson = false): SpokenCard {
  const title = texts.conversation.menuTitle;
  const shown = offerPerson
    ? [...walks.filter((walk) => walk !== 'person').slice(0, mostButtons - 1), 'person' as const]
    : walks;
  return card(
    lead ?? title,
    [
      lead ? paragraph(lead) : heading(title),
      paragraph(texts.conversation.menuHint, { isSubtle: true, spacing: 'Small' }),
    ],
    shown.map((walk) => beginButton(texts.walks[walk], walk)),
  );
}
