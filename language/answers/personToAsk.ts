import type { Answer } from './answer.ts';

/**
 * Finds whom somebody names to be asked instead of them: the name and the address that follow a word like "ask", in
 * front of the signature, which names the writer.
 *
 * @returns undefined where nobody is named, or more than one address could be meant.
 */
export function personToAsk(answer: Answer): { name?: string; email?: string } | undefined {
  const { items } = answer;
  const is = answer.isKind.bind(answer);
  let end = items.length;
  for (let at = 1; at < items.length; at++) {
    const isClosing = (is(at, 'closing') && answer.isEndOfSentence(at)) || is(at, 'footer');
    if (isClosing || answer.startOf(at) >= answer.signatureAt) {
      end = at;
      break;
    }
  }
  const emails: number[] = [];
  for (let at = 0; at < end; at++) if (answer.isEmail(at)) emails.push(at);
  for (let at = 0; at < end; at++) {
    if (!is(at, 'ask', 'before', 'forward') && (!is(at, 'takesOver') || answer.isSeparated(at + 1))) continue;
    let first = at + 1;
    while (first < end && is(first, 'title', 'ask', 'before') && !answer.isEndOfSentence(first)) first++;
    let last = first;
    while (last < end && last < first + 4 && answer.isName(last) && (last === first || !answer.isSeparated(last)))
      last++;
    const name = last > first ? answer.textOf(first, last - 1) : undefined;
    // "Anna Keller (anna.keller@…)", "Anna Keller: anna.keller@…", "Anna Keller, her address is anna.keller@…".
    const email = emails.find((one) => one >= last && one <= last + 5) ?? (emails.length === 1 ? emails[0] : undefined);
    if (name === undefined && (email === undefined || email > last + 1)) continue;
    return {
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email: answer.textOf(email).toLowerCase() }),
    };
  }
  const [only, ...others] = emails;
  if (only === undefined || others.length > 0) return undefined;
  let first = only;
  while (first > 0 && only - first < 4 && answer.isName(first - 1)) first--;
  return {
    ...(first < only ? { name: answer.textOf(first, only - 1) } : {}),
    email: answer.textOf(only).toLowerCase(),
  };
}
