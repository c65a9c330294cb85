/**
 * Writes JSON in ASCII where that makes it little longer: one `’` makes a text twice as large in memory, and ten times as
 * slow to turn into UTF-8, which a card is for the log, for its weight and for the wire.
 *
 * @param value plain JSON values.
 */
export function asciiJson(value: object): string {
  const text = JSON.stringify(value);
  const ascii = text.replace(/[^ -~]/g, escaped);
  // In a language that has other letters it would be several times as long, and cards have a limit.
  if (ascii.length - text.length > text.length / 8) return text;
  // V8 keeps a text as wide as the widest that it was made of, whatever is left in it.
  return Buffer.from(ascii, 'latin1').toString('latin1');
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
