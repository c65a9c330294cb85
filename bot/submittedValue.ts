/** A thousand pasted people fit. */
const mostCharacters = 300_000;
const mostFields = 500;
const deepest = 6;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The door's part of checking what came back from a card: a plain object of limited size and depth. What its fields
 * mean is checked by the walk that made the card.
 * @returns the object, or undefined if it is none or too much.
 */
export function submittedValue(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  let characters = 0;
  let fields = 0;
  const fits = (part: unknown, depth: number): boolean => {
    if (typeof part === 'string') {
      characters += part.length;
      return characters <= mostCharacters;
    }
    if (typeof part !== 'object' || part === null) return true;
    if (depth > deepest) return false;
    for (const [name, inner] of Object.entries(part)) {
      fields += 1;
      characters += name.length;
      if (fields > mostFields || forbidden.has(name) || !fits(inner, depth + 1)) return false;
    }
    return true;
  };
  return fits(value, 1) ? (value as Record<string, unknown>) : undefined;
}
