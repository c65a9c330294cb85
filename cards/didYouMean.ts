import type { Texts } from '../language/texts.ts';
import { beginButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { paragraph } from './elements.ts';

/** How much of a sentence a button carries back. */
const longestSentence = 300;

/**
 * Asks which walk was meant, where the sentence does not say for sure.
 * @param walks the candidates, the likeliest first.
 * @param sentence what was said; the button carries it, so that its data is not lost.
 */
export function didYouMean(
  texts: Texts,
  walks: readonly WalkName[],
  sentence: string,
  offerPerson: boolean,
): SpokenCard {
  const candidates = offerPerson && !walks.includes('person') ? [...walks, 'person' as const] : walks;
  return card(
    texts.conversation.didYouMean,
    [paragraph(texts.conversation.didYouMean)],
    [
      ...candidates.map((walk) =>
        beginButton(texts.walks[walk], walk, { sentence: sentence.slice(0, longestSentence) }),
      ),
      !candidates.includes('help') && beginButton(texts.walks.help, 'help'),
    ],
  );
}
