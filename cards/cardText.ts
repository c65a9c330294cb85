import { randomUUID } from 'node:crypto';
import { asciiJson } from './asciiJson.ts';
import type { Element } from './card.ts';
import { fixedChoices } from './fixedChoices.ts';

/** Stands for fixed choices while the rest is written; nobody can know it and write it into a card. */
const mark = randomUUID();

/**
 * Writes a card as JSON text. Choices that are frozen, as they are the same in each card, are written once: the countries
 * are most of a form, and would take longer than all the rest of it.
 *
 * @param card plain JSON values.
 */
export function cardText({ type, body, ...card }: Record<string, unknown>): string {
  if (!Array.isArray(body)) return asciiJson({ type, ...card, body });
  const fixed: string[] = [];
  const elements = (body as Element[]).map((element) => {
    if (!Array.isArray(element.choices) || !Object.isFrozen(element.choices)) return element;
    fixed.push(fixedChoices.textOf(element.choices));
    return { type: element.type, ...element, choices: mark };
  });
  const parts = asciiJson({ type, ...card, body: elements }).split(`"${mark}"`);
  return parts.reduce((text, part, index) => `${text}${fixed[index - 1]}${part}`);
}
