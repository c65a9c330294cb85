/** Programs break lines at 68 to 80 characters, some sooner. */
const shortestBroken = 60;

/**
 * Takes for quoted what is the rest of a quoted line: a program that puts `> ` before each line and breaks those that
 * have become too long leaves their last words without a sign, and the words of who asks would be the decider's answer.
 *
 * @param quotes which lines are quoted; changed in place. A line right below a quoted one, on which its first word had no
 *   room, is marked too if the quote goes on behind it. What somebody answers there counts no more, and is asked for.
 */
export function markBrokenQuotes(lines: readonly string[], quotes: boolean[]): void {
  for (let index = 1; index < lines.length; index += 1) {
    if (quotes[index] || !quotes[index - 1]) continue;
    let end = index;
    while (end < lines.length && !quotes[end] && isRest(lines[end - 1] as string, lines[end] as string)) end += 1;
    let next = end;
    while (lines[next]?.trim() === '') next += 1;
    if (quotes[next]) quotes.fill(true, index, end);
  }
}

function isRest(above: string, line: string): boolean {
  const [word = ''] = line.trim().split(/\s/, 1);
  return word !== '' && above.trimEnd().length + 1 + word.length > shortestBroken;
}
