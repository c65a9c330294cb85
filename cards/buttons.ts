import type { Action } from './card.ts';

/** Names of the walks, as buttons and the conversation's memory carry them. */
export const walkNames = [
  'findAdministrator',
  'resendInvitation',
  'inviteUser',
  'checkRole',
  'addDomain',
  'onlineServices',
  'partner',
  'help',
  'person',
  'changeLanguage',
  'decideRequest',
  'withdrawRequest',
] as const;
export type WalkName = (typeof walkNames)[number];

/** The key under which a button says what it is for; everything else that a card submits is an input. */
export const buttonKey = 'usher';

/**
 * What a button says when it is pressed. It is untrusted when it comes back: somebody may have changed it.
 * - `begin` starts a walk and never goes out of date.
 * - `step` belongs to the card `card` of a walk that is going on.
 */
export type ButtonData =
  | { do: 'begin'; walk: WalkName; data?: Record<string, string> }
  | { do: 'step'; walk: WalkName; card: string; action: string; data?: Record<string, string> }
  | { do: 'cancel'; walk: WalkName; card: string };

/** A button that starts a walk; it works at any time. */
export function beginButton(title: string, walk: WalkName, data?: Record<string, string>): Action {
  return button(title, { do: 'begin', walk, ...(data && { data }) }, false);
}

/** A button that starts a walk with the card's inputs: for cards that come by themselves and belong to no walk yet. */
export function beginWithInputsButton(
  title: string,
  walk: WalkName,
  data: Record<string, string>,
  style: 'default' | 'positive' | 'destructive' = 'default',
): Action {
  return { style, ...button(title, { do: 'begin', walk, data }, true) };
}

/** A button of a form: it sends the form's inputs. */
export function sendButton(
  title: string,
  step: { walk: WalkName; card: string; action: string; data?: Record<string, string> },
  style: 'default' | 'positive' | 'destructive' = 'positive',
): Action {
  return { style, ...button(title, { do: 'step', ...step }, true) };
}

/** A button of a walk's card that sends no inputs, so that empty required fields do not hold it up. */
export function stepButton(
  title: string,
  step: { walk: WalkName; card: string; action: string; data?: Record<string, string> },
  style: 'default' | 'positive' | 'destructive' = 'default',
): Action {
  return { style, ...button(title, { do: 'step', ...step }, false) };
}

/** The button that ends a walk without doing anything. */
export function cancelButton(title: string, walk: WalkName, card: string): Action {
  return button(title, { do: 'cancel', walk, card }, false);
}

function button(title: string, data: ButtonData, withInputs: boolean): Action {
  return {
    type: 'Action.Submit',
    title,
    data: { [buttonKey]: data },
    ...(!withInputs && { associatedInputs: 'none' }),
  };
}
