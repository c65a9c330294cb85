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
  // In a language that has other letters it would be several times as long, and cards have a limit.
  const most = text.length + text.length / 8;
  if (room.length < most + longestEscape) room = Buffer.allocUnsafe(2 * Math.ceil(most + longestEscape));
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x7f) room[length++] = code;
    else length += room.write(`\\u${code.toString(16).padStart(4, '0')}`, length, 'latin1');
    if (length > most) return text;
  }
  return room.toString('latin1', 0, length);
}

const longestEscape = 6;
