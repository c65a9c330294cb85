/**
 * Reads a file as text: UTF-8 or UTF-16 by its byte order mark or its look, otherwise Windows-1252, which is what
 * spreadsheets write in much of Europe.
 * @returns the text without byte order mark, or undefined when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decode(bytes);
  // Control characters, other than white space, do not stand in text of any of these encodings.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text === undefined || /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe\uffff]/.test(text) ? undefined : text;
}

function decode(bytes: Uint8Array): string | undefined {
  const encoding = utf16(bytes);
  if (encoding !== undefined) return attempt(encoding, bytes);
  return attempt('utf-8', bytes) ?? attempt('windows-1252', bytes);
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: in Latin text every second byte is zero.
  const sample = bytes.subarray(0, 1_000);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > sample.length * 0.3 && even === 0) return 'utf-16le';
  return even > sample.length * 0.3 && odd === 0 ? 'utf-16be' : undefined;
}

function attempt(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
