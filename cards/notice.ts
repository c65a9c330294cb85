import type { Texts } from '../language/texts.ts';
import { beginButton, type WalkName } from './buttons.ts';
import { type Action, card, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';

/**
 * A card that says one thing and offers what comes next.
 * @param next walks to go on with.
 * @param more buttons that stand before those.
 */
export function notice(
  texts: Texts,
  {
    title,
    lines,
    next = [],
    more = [],
  }: { title?: string; lines: readonly string[]; next?: readonly WalkName[]; more?: readonly Action[] },
): SpokenCard {
  return card(
    title && lines[0] ? `${title}: ${lines[0]}` : (title ?? lines[0] ?? ''),
    [title ? heading(title) : undefined, ...lines.map((line) => paragraph(line))],
    [...more, ...next.map((walk) => beginButton(texts.walks[walk], walk))],
  );
}
