/** Written into and copied from at once: nothing waits in between. */
let room = Buffer.allocUnsafe(16_384);

/**
 * Writes JSON in ASCII where that makes it little longer: one `’` makes a text twice as large in memory, and ten times as
 * slow to turn into UTF-8, which a card is for the log, for its weight and for the wire.
 *
 * @param value plain JSON values.
 */
export function asciiJson(value: object): string {
  const text = JSON.stringify(value);
  const escaped = text.replace(/[^\0-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // In a language that has other letters it would be several times as long, and cards have a limit.
  if (escaped.length > text.length + text.length / 8) return text;
  // What was replaced in a text of two bytes a letter still takes two.
  if (room.length < escaped.length) room = Buffer.allocUnsafe(2 * escaped.length);
  return room.toString('latin1', 0, room.write(escaped, 'latin1'));
}
