/** @returns `text` on one line, cut to at most `longest` characters, with an ellipsis where something is left out. */
export function clip(text: string, longest: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`;
}
