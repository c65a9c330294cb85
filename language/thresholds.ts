/**
 * How likely what must be before Usher acts on it. All decisions on confidence are made with these numbers and nowhere
 * else; they were chosen by cross-validation on the training sentences (`npm run bench -- language` prints what they do
 * to the held-out ones).
 */
export const thresholds = {
  /** From here on an intent is acted on; below, Usher asks *did you mean*. */
  act: 0.65,
  /** When it is likelier than this that a message is none of Usher's business, it is taken for such. */
  none: 0.42,
  /** From here on an intent is worth a *did you mean* button. */
  offer: 0.15,
  offeredAtMost: 3,
} as const;
