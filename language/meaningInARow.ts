/**
 * @param words of a set phrase.
 * @param known set phrases, with what each means.
 * @returns what a phrase means that is a known one, or several of them one behind the other, all of one meaning: “ok thx
 *   bye”, “no dont”.
 */
export function meaningInARow<Meaning>(
  words: readonly string[],
  known: ReadonlyMap<string, Meaning>,
): Meaning | undefined {
  const whole = known.get(words.join(' '));
  if (whole) return whole;
  for (let length = words.length - 1; length > 0; length--) {
    const first = known.get(words.slice(0, length).join(' '));
    if (first && meaningInARow(words.slice(length), known) === first) return first;
  }
  return undefined;
}
