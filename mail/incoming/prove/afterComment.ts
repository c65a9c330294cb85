/**
 * @param at where a `(` stands.
 * @returns the place behind its `)`, with comments in comments and quoted pairs (RFC 5322, 3.2.2); undefined when it
 *   does not end.
 */
export function afterComment(text: string, at: number): number | undefined {
  let depth = 0;
  for (let place = at; place < text.length; place += 1) {
    const character = text[place];
    if (character === '\\') place += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return place + 1;
    }
  }
  return undefined;
}
