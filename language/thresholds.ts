/**
 * How likely an intent must be for what. All decisions on confidence are made with these numbers and nowhere else; they
 * were chosen by cross-validation on the training sentences (`npm run bench -- language` prints what they do to the
 * held-out ones).
 */
export const thresholds = {
  /** From here on Usher does it. */
  act: 0.6,
  /** From here on it is named as what the person probably wants; below, the message is taken for none of ours. */
  guess: 0.35,
  /** From here on it is worth a *did you mean* button. */
  offer: 0.15,
  offeredAtMost: 3,
} as const;
