import * as z from 'zod';
import { buttonKey, walkNames } from '../cards/buttons.ts';

const words = z.record(z.string().max(40), z.string().max(400));
const walk = z.enum(walkNames);
const cardId = z.string().regex(/^[0-9a-f]{8}-\d{1,6}$/);

const buttonSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('begin'), walk, data: words.optional() }),
  z.strictObject({ do: z.literal('step'), walk, card: cardId, action: z.string().max(40), data: words.optional() }),
  z.strictObject({ do: z.literal('cancel'), walk, card: cardId }),
]);

export type Press = z.infer<typeof buttonSchema> & { inputs: Record<string, string> };

/** The longest input of any form: a thousand pasted lines. */
const longestInput = 100_000;

/**
 * Reads what came back from a card. It is untrusted: anybody may have changed it.
 * @returns the button that was pressed and the inputs beside it, or undefined when no card of Usher's sends that.
 */
export function readPress(value: Record<string, unknown>): Press | undefined {
  const { [buttonKey]: button, ...rest } = value;
  const read = buttonSchema.safeParse(button);
  if (!read.success) return undefined;
  const inputs: Record<string, string> = {};
  for (const [id, input] of Object.entries(rest)) {
    // Clients of some hosts send what they add themselves beside the inputs.
    if (id === 'msteams') continue;
    if (typeof input !== 'string' || input.length > longestInput || id.length > 40) return undefined;
    inputs[id] = input;
  }
  return { ...read.data, inputs };
}
