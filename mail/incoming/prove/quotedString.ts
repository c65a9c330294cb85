/**
 * @param at where a `"` stands.
 * @returns what is quoted, without the backslashes of quoted pairs (RFC 5322, 3.2.4), and the place behind the closing
 *   quote; undefined when it does not end.
 */
export function quotedString(text: string, at: number): { content: string; end: number } | undefined {
  let content = '';
  for (let place = at + 1; place < text.length; place += 1) {
    const character = text[place];
    if (character === '"') return { content, end: place + 1 };
    if (character === '\\') place += 1;
    content += text[place] ?? '';
  }
  return undefined;
}
