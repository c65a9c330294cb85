import { createRequire } from 'node:module';

/** By keyboard and character: for each direction the key beside it, as all that is printed on it, or null at the edge. */
type Keyboards = Record<string, Record<string, readonly (string | null)[]>>;

/** Those of Usher's readers; the Italian one has its letters where QWERTY has them. */
const keyboards = ['qwerty', 'qwertz', 'azerty'] as const;

let neighbours: Keyboards | undefined;

/**
 * Whether somebody only ran over the alphabet, the digits or the keys: `123456789012`, `lkjihgfedcba`, `qwertyuiopas`,
 * `1qaz2wsx3edc`. At seven steps in ten the next one is one up, one down or on a key beside; of
 * phrases made of words hardly one in a thousand comes near (test/onboarding/password/isSequence.test.ts).
 *
 * @param password in lower case, without accents.
 */
export function isSequence(password: string): boolean {
  neighbours ??= createRequire(import.meta.url)('@zxcvbn-ts/language-common/src/adjacencyGraphs.json') as Keyboards;
  const letters = [...password];
  const steps = letters.slice(1).map((letter, at) => [letters[at] ?? '', letter] as const);
  return keyboards.some((keyboard) => {
    const keys = neighbours?.[keyboard] ?? {};
    const run = steps.filter(([from, to]) => isOneStep(from, to) || keys[from]?.some((key) => key?.includes(to)));
    return run.length >= steps.length * 0.7;
  });
}

/** The same again, one up, one down, or between 9 and 0. */
function isOneStep(from: string, to: string): boolean {
  const step = Math.abs((to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0));
  return step <= 1 || (step === 9 && /\d/.test(from) && /\d/.test(to));
}
