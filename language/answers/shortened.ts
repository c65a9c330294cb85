/** A reason goes into a card and a mail, where nobody reads more than a few lines. In characters. */
const longest = 300;

/** @returns the text on one line, without the punctuation around it, cut at a word with an ellipsis when it is long. */
export function shortened(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:–—-]+/u, '')
    .replace(/[\s,.;:–—-]+$/u, '');
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest - 40)).trimEnd()}…`;
}
