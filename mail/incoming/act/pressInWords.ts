import type { Turn } from '../../../dialogs/turn.ts';
import { foldText } from '../../../language/foldText.ts';
import { readDecision } from '../../../language/readDecision.ts';
import { longestFreeText } from '../../../onboarding/readFreeText.ts';
import { inputsOf, submitActions } from './cardInMail.ts';

/**
 * @param text what somebody replied.
 * @param card the card that Usher's mail showed.
 * @returns the press that the reply stands for: it begins with a line that is the title of a button, or it is a plain
 *   yes and the card has one button to go on with, or a plain no and there is one to cancel. Undefined for anything
 *   else: it is a sentence. What stands below a button's name is the message that the card asks for; `message` when this
 *   card asks for none: then it may be for the form that the button opens.
 */
export function pressInWords(
  text: string,
  card: Record<string, unknown>,
): { press: Extract<Turn['input'], { kind: 'submit' }>; message?: string } | undefined {
  const actions = submitActions(card);
  const [first = '', ...rest] = text.trim().split('\n');
  const named = actions.find(({ title }) => words(String(title)) === words(first));
  const action = named ?? actionMeant(text, actions);
  if (!action) return undefined;
  const inputs = inputsOf(card);
  const held: Record<string, unknown> = {};
  for (const { id, value } of inputs) if (value !== undefined) held[String(id)] = value;
  const message = named ? rest.join('\n').trim().slice(0, longestFreeText) : '';
  const field = messageField(card);
  const fits = field !== undefined && action.associatedInputs !== 'none';
  if (message && fits) held[String(field.id)] = message;
  return {
    press: {
      kind: 'submit',
      value: { ...(action.data as object), ...(action.associatedInputs === 'none' ? {} : held) },
    },
    ...(message && !fits && { message }),
  };
}

/** @returns the card with a message in its one field for such, if it has one that is empty; otherwise as it is. */
export function withMessage(card: Record<string, unknown>, message: string): Record<string, unknown> {
  const filled = structuredClone(card);
  const field = messageField(filled);
  if (!field || field.value) return card;
  field.value = message;
  return filled;
}

function messageField(card: Record<string, unknown>): Record<string, unknown> | undefined {
  const [field, ...others] = inputsOf(card).filter(({ isMultiline }) => isMultiline === true);
  return others.length === 0 ? field : undefined;
}

function actionMeant(text: string, actions: readonly Record<string, unknown>[]): Record<string, unknown> | undefined {
  const { decision, roles } = readDecision(text);
  if (decision === 'approve' && roles.length === 0) {
    const onward = actions.filter(({ style }) => style === 'positive');
    return onward.length === 1 ? onward[0] : undefined;
  }
  if (decision !== 'deny') return undefined;
  return actions.find(({ data }) => (data as { usher?: { do?: string } } | undefined)?.usher?.do === 'cancel');
}

function words(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
