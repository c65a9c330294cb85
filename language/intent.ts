/** What a person can want of Usher: the walks of product.md, and `none` for what is none of its business. */
export const intents = [
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
  'cancel',
  'none',
] as const;

export type Intent = (typeof intents)[number];

/** An intent and how likely it is, 0 to 1. */
export interface PossibleIntent {
  intent: Intent;
  confidence: number;
}

/** @returns whether `value` names an intent; for values that come from outside. */
export function isIntent(value: unknown): value is Intent {
  return typeof value === 'string' && (intents as readonly string[]).includes(value);
}
