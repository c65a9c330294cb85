import { languages, textsFor } from '../language/texts.ts';
import { beginButton } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';
import type { Reader } from './inWords.ts';

/** The languages Usher speaks, each in its own name. @param lead said above, where there is more to say. */
export function languageChoice({ texts }: Reader, lead?: string): SpokenCard {
  return card(
    lead ?? texts.changeLanguage.title,
    [heading(texts.changeLanguage.title), lead ? paragraph(lead) : undefined],
    languages.map((language) => beginButton(textsFor(language).languageName, 'changeLanguage', { language })),
  );
}
