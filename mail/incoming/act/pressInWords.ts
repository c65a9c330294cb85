import type { Turn } from '../../../dialogs/turn.ts';
import { readDecision } from '../../../language/readDecision.ts';
import { readPress, type Signer } from '../../../language/readPress.ts';
import { languages, textsFor } from '../../../language/texts.ts';
import { longestFreeText } from '../../../onboarding/readFreeText.ts';
import { headingOf, inputsOf, submitActions } from './cardInMail.ts';

type Element = Record<string, unknown>;
type Press = { press: Extract<Turn['input'], { kind: 'submit' }>; message?: string };

const goAheads = languages.flatMap((language) => textsFor(language).mail.answer.goAheads);

/**
 * @param text what somebody replied.
 * @param card the card that Usher's mail showed.
 * @param signer who replied.
 * @returns the press that the reply stands for: it consists of the title of one button, with courtesies at most, or it
 *   is a plain yes and the card has one button to go on with or asks whether to do what its one button does, or a plain
 *   no and there is one to cancel. Undefined for anything else: it is a sentence. What stands below a line with a button's name is the message that the card asks
 *   for; `message` when the button opens a form instead: then it may be for that.
 */
export function pressInWords(text: string, card: Element, signer: Signer): Press | undefined {
  const actions = submitActions(card);
  const read = (words: string) => readPress(words, { titles: actions.map(titleOf), goAheads, signer });
  const whole = read(text);
  if (whole !== undefined) {
    const action = typeof whole === 'object' ? only(actions, whole.title) : actionMeant(whole, actions, card);
    return action && { press: pressOf(action, card) };
  }
  const [first = '', ...rest] = text.trim().split('\n');
  const message = rest.join('\n').trim().slice(0, longestFreeText);
  const named = read(first);
  const action = typeof named === 'object' ? only(actions, named.title) : undefined;
  // "Send the request", and below: "no, do not".
  if (!action || !message || readDecision(message).decision === 'deny') return undefined;
  const field = messageField(card);
  if (field && action.associatedInputs !== 'none') {
    return { press: pressOf(action, card, { [String(field.id)]: message }) };
  }
  const opensForm = dataOf(action)?.do === 'begin' && action.style !== 'positive';
  return opensForm ? { press: pressOf(action, card), message } : undefined;
}

/** @returns the card with a message in its one field for such, if it has one that is empty; otherwise as it is. */
export function withMessage(card: Element, message: string): Element {
  const filled = structuredClone(card);
  const field = messageField(filled);
  if (!field || field.value) return card;
  field.value = message;
  return filled;
}

function messageField(card: Element): Element | undefined {
  const [field, ...others] = inputsOf(card).filter(({ isMultiline }) => isMultiline === true);
  return others.length === 0 ? field : undefined;
}

function pressOf(action: Element, card: Element, typed: Record<string, string> = {}): Press['press'] {
  const held: Record<string, unknown> = {};
  for (const { id, value } of inputsOf(card)) if (value !== undefined) held[String(id)] = value;
  const inputs = action.associatedInputs === 'none' ? {} : { ...held, ...typed };
  return { kind: 'submit', value: { ...(action.data as object), ...inputs } };
}

function only(actions: readonly Element[], title: string): Element | undefined {
  const [action, ...others] = actions.filter((each) => titleOf(each) === title);
  return others.length === 0 ? action : undefined;
}

function actionMeant(said: 'yes' | 'no', actions: readonly Element[], card: Element): Element | undefined {
  if (said === 'no') return actions.find((action) => dataOf(action)?.do === 'cancel');
  const styled = (wanted: string) => actions.filter(({ style }) => style === wanted);
  // "Withdraw this invitation?" "Yes."
  const onward = styled('positive').length === 0 && isQuestion(card) ? styled('destructive') : styled('positive');
  return onward.length === 1 ? onward[0] : undefined;
}

function isQuestion(card: Element): boolean {
  return headingOf(card)?.trim().endsWith('?') === true;
}

function dataOf({ data }: Element): { do?: string } | undefined {
  return (data as { usher?: { do?: string } } | undefined)?.usher;
}

function titleOf({ title }: Element): string {
  return String(title);
}
