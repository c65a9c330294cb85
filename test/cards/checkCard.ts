import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

// The package's bare name fails in Node: it wants a browser's modules.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof import('adaptivecards');

/** What Teams takes of one card, in bytes. */
const largestCard = 28 * 1024;

/**
 * Fails when a card is not one that Teams shows as it is meant: wrong by the Adaptive Cards schema, too new, too large,
 * without a summary, or with a hole in its texts.
 */
export function checkCard(card: unknown, summary: string | undefined): void {
  const json = JSON.stringify(card);
  const where = json.slice(0, 300);
  assert.ok(summary?.trim(), `a card without a summary: ${where}`);
  const size = Buffer.byteLength(json);
  assert.ok(size <= largestCard, `a card of ${size} bytes: ${where}`);
  for (const hole of ['${', 'undefined', '[object Object]', 'NaN', 'Invalid Date']) {
    assert.ok(!json.includes(hole) && !summary?.includes(hole), `a card with ${hole}: ${json}`);
  }
  const { version } = card as { version: string };
  assert.ok(Number(version) <= 1.5, `version ${version}`);
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(JSON.parse(json), context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index)?.message);
  assert.deepEqual(events, [], `the card does not parse: ${where}`);
  const { validationEvents } = parsed.validateProperties();
  assert.deepEqual(
    validationEvents.map(({ message }) => message),
    [],
    `the card is not valid: ${where}`,
  );
  checkInputs(card);
}

/** Each input has a label, each required one says what is missing, and no id stands for two inputs. */
function checkInputs(card: unknown): void {
  const ids = new Set<string>();
  for (const input of elements(card).filter(({ type }) => type.startsWith('Input.'))) {
    const { id, label, isRequired, errorMessage } = input as Record<string, unknown>;
    assert.ok(typeof id === 'string' && !ids.has(id), `input ${id} twice or without an id`);
    ids.add(id);
    assert.ok(label, `input ${id} has no label`);
    assert.ok(!isRequired || errorMessage, `input ${id} does not say that it is required`);
  }
}

/** @returns everything in a card that has a type: elements, inputs, actions, the card itself. */
export function elements(part: unknown): { type: string; [key: string]: unknown }[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type } = part as { type?: unknown };
  const own = typeof type === 'string' ? [part as { type: string }] : [];
  return [...own, ...Object.values(part).flatMap(elements)];
}

/** @returns all words that a card shows, one line for each piece of text. */
export function wordsOn(card: unknown): string {
  return (
    elements(card)
      // The runs of a RichTextBlock are read with it.
      .filter(({ type }) => type !== 'TextRun')
      .flatMap(({ type, text, title, label, value, inlines, choices, style }) => {
        if (type === 'RichTextBlock') return (inlines as { text: string }[]).map((run) => run.text).join('');
        // Of a choice among hundreds nobody sees more than what is typed.
        if (type === 'Input.ChoiceSet') {
          return [label, ...(style === 'filtered' ? [] : (choices as { title: string }[]).map((one) => one.title))];
        }
        return [text, title, label, type.startsWith('Input.') ? value : undefined].filter((one) => one !== undefined);
      })
      .join('\n')
  );
}
