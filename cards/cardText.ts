import type { Element } from './card.ts';

/**
 * Writes a card as JSON text. Choices that are frozen, as they are the same in each card, are written once: the countries
 * are most of a form, and would take longer than all the rest of it.
 *
 * @param card plain JSON values.
 */
export function cardText({ type, body, ...card }: Record<string, unknown>): string {
  if (!Array.isArray(body)) return JSON.stringify({ type, ...card, body });
  return withLast({ type, ...card }, 'body', `[${body.map(elementText).join(',')}]`);
}

function elementText(element: Element): string {
  const { type, choices, ...rest } = element;
  if (!Array.isArray(choices) || !Object.isFrozen(choices)) return JSON.stringify(element);
  return withLast({ type, ...rest }, 'choices', choicesText(choices));
}

/** @returns an object as JSON text, with one more field that has been written already. */
function withLast(fields: Record<string, unknown>, name: string, text: string): string {
  const others = JSON.stringify(fields).slice(0, -1);
  return `${others}${others === '{' ? '' : ','}"${name}":${text}}`;
}

const known = new WeakMap<readonly unknown[], string>();

/** In ASCII: one `’` in a text makes it twice as large in memory, and slower to keep and to send. */
function choicesText(choices: readonly unknown[]): string {
  let text = known.get(choices);
  if (text === undefined) {
    text = JSON.stringify(choices).replace(
      /[^ -~]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    known.set(choices, text);
  }
  return text;
}
