/** One field of a mail's header. */
export interface HeaderField {
  /** Lower-cased. */
  name: string;
  /** Unfolded and trimmed, each byte a character. */
  value: string;
  /** As it stands in the mail, folded, without the last line end; each byte a character. */
  raw: string;
}

/** Exchange takes no longer header from outside; what is longer is not looked at. */
const longestHeader = 256 * 1024;

/** RFC 5322, 2.2: printable ASCII but the colon. */
const field = /^([!-9;-~]+):([\s\S]*)$/;

/** A mail is asked for its header from several sides. Its bytes never change. */
const known = new WeakMap<Buffer, readonly HeaderField[] | 'none'>();

/**
 * Reads the header so that there is one way only to understand it. Mail programs do not agree on where a line ends at a
 * lone CR, on NUL, on a name with a space behind it, on lines without a colon: a From that one of them sees and another
 * does not is how a signature is borrowed.
 *
 * @returns the fields from the top, or undefined when the header is too long or could be understood in two ways.
 */
export function headerFields(mime: Buffer): readonly HeaderField[] | undefined {
  const fields = known.get(mime) ?? readFields(mime) ?? 'none';
  known.set(mime, fields);
  return fields === 'none' ? undefined : fields;
}

function readFields(mime: Buffer): HeaderField[] | undefined {
  const end = headerEnd(mime);
  if (end > longestHeader) return undefined;
  const header = mime.toString('latin1', 0, end).replace(/(\r?\n)+$/, '');
  if (/\0|\r(?!\n)/.test(header)) return undefined;
  const fields: HeaderField[] = [];
  for (const raw of header.split(/\r?\n(?![ \t])/)) {
    const [, name, value] = field.exec(raw) ?? [];
    if (name === undefined || value === undefined) return undefined;
    fields.push({ name: name.toLowerCase(), value: value.replace(/\r?\n/g, '').trim(), raw });
  }
  return fields;
}

/** @returns where the body begins, behind the empty line; the length of the mail when there is none. */
export function headerEnd(mime: Buffer): number {
  for (let at = mime.indexOf('\n'); at >= 0; at = mime.indexOf('\n', at + 1)) {
    if (mime[at + 1] === 0x0a) return at + 2;
    if (mime[at + 1] === 0x0d && mime[at + 2] === 0x0a) return at + 3;
  }
  return mime.length;
}
