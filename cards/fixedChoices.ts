import { asciiJson } from './asciiJson.ts';

const texts = new Map<readonly unknown[], string>();

/**
 * Choices that are the same in each card, frozen to tell it: the countries. They are most of a form, so what takes time is
 * done once for all cards.
 */
export const fixedChoices = {
  /** @returns such choices as JSON text. */
  textOf(choices: readonly unknown[]): string {
    let text = texts.get(choices);
    if (text === undefined) {
      text = asciiJson(choices);
      texts.set(choices, text);
    }
    return text;
  },

  /** @returns where such choices stand in a card's text, if any do. */
  placeIn(card: string): { start: number; end: number } | undefined {
    for (const text of texts.values()) {
      const start = card.indexOf(text.slice(0, beginning));
      if (start >= 0 && card.slice(start, start + text.length) === text) return { start, end: start + text.length };
    }
    return undefined;
  },
};

/** So many characters tell choices apart; to look for the whole of them at once takes as long as to read them. */
const beginning = 80;
