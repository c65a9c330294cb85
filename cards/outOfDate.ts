import type { Texts } from '../language/texts.ts';
import { beginButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { paragraph } from './elements.ts';

/** Answers a press on a card of a walk that is over: what became of it, and a way to begin anew. */
export function outOfDate(texts: Texts, walk: WalkName, said: string): SpokenCard {
  return card(said, [paragraph(said)], [beginButton(texts.walks[walk], walk), beginButton(texts.walks.help, 'help')]);
}
