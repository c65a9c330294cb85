import type { Turn } from '../../../dialogs/turn.ts';
import { foldText } from '../../../language/foldText.ts';
import { readDecision } from '../../../language/readDecision.ts';
import { inputsOf, submitActions } from './cardInMail.ts';

/**
 * @param text what somebody replied.
 * @param card the card that Usher's mail showed.
 * @returns the press that the reply stands for: it begins with a line that is the title of a button, or it is a plain
 *   yes and the card has one button to go on with, or a plain no and there is one to cancel. Undefined for anything
 *   else: it is a sentence.
 */
export function pressInWords(
  text: string,
  card: Record<string, unknown>,
): Extract<Turn['input'], { kind: 'submit' }> | undefined {
  const actions = submitActions(card);
  const [first = '', ...rest] = text.trim().split('\n');
  const named = actions.find(({ title }) => words(String(title)) === words(first));
  const action = named ?? actionMeant(text, actions);
  if (!action) return undefined;
  const inputs = inputsOf(card);
  const held: Record<string, unknown> = {};
  for (const { id, value } of inputs) if (value !== undefined) held[String(id)] = value;
  // What stands below the button's name is the message that the card asks for.
  const message = rest.join('\n').trim();
  const [field, ...others] = inputs.filter(({ isMultiline }) => isMultiline === true);
  if (named && message && field && others.length === 0) held[String(field.id)] = message.slice(0, 1_000);
  return {
    kind: 'submit',
    value: { ...(action.data as object), ...(action.associatedInputs === 'none' ? {} : held) },
  };
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
