import type { Span } from './span.ts';

/**
 * Tells what is said of whom in a sentence with several people.
 *
 * "Maria and John as report viewers" says the same of all. Where one is said between two of them, each gets their own:
 * "Maria as report viewer, John as account manager", "report viewer for Maria, account manager for John"; somebody of whom
 * nothing is said shares it with those they stand with ("Maria and John as report viewers, Eva as account manager").
 *
 * @param people where they stand, in the order of the text.
 * @param said what is said, of one kind: roles, or languages.
 * @returns for each of the people what is said of them; of nobody anything where it stands on both sides of them all, so
 *   that the sentence can be read in two ways.
 */
export function saidOfEach<Said extends Span>(people: readonly Span[], said: readonly Said[]): Said[][] {
  const between: Said[][] = Array.from({ length: people.length + 1 }, () => []);
  for (const one of said) {
    // Behind them all it is at -1, which is the last.
    between.at(people.findIndex(({ start }) => start > one.start))?.push(one);
  }
  const [first = [], last = []] = [between[0], between.at(-1)];
  if (first.length + last.length === said.length) return people.map(() => [...said]);
  if (first.length > 0 && last.length > 0) return people.map(() => []);
  return first.length > 0 ? shared(between.slice(0, -1)) : shared(between.slice(1).reverse()).reverse();
}

/** Whoever has nothing has what the one before them has. */
function shared<One>(lists: One[][]): One[][] {
  let before: One[] = [];
  return lists.map((list) => {
    if (list.length > 0) before = list;
    return before;
  });
}
