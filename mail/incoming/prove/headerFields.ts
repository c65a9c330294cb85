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
const fieldName = /^[!-9;-~]+(?=:)/;

/** Most values are never asked for. */
class Field implements HeaderField {
  constructor(
    readonly name: string,
    readonly raw: string,
  ) {}

  get value(): string {
    return this.raw
      .slice(this.name.length + 1)
      .replace(/\r?\n/g, '')
      .trim();
  }
}

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
  for (let begin = 0; begin <= header.length; ) {
    const feed = endOfField(header, begin);
    const raw = header.slice(begin, header[feed - 1] === '\r' ? feed - 1 : feed);
    const name = fieldName.exec(raw)?.[0];
    if (name === undefined) return undefined;
    fields.push(new Field(name.toLowerCase(), raw));
    begin = feed + 1;
  }
  return fields;
}

/** @returns where the line feed stands behind which the next field begins; the length of the header when it is the last. */
function endOfField(header: string, begin: number): number {
  for (let feed = header.indexOf('\n', begin); feed >= 0; feed = header.indexOf('\n', feed + 1)) {
    const next = header[feed + 1];
    if (next !== ' ' && next !== '\t') return feed;
  }
  return header.length;
}

/** @returns where the body begins, behind the empty line; the length of the mail when there is none. */
export function headerEnd(mime: Buffer): number {
  for (let at = mime.indexOf('\n'); at >= 0; at = mime.indexOf('\n', at + 1)) {
    if (mime[at + 1] === 0x0a) return at + 2;
    if (mime[at + 1] === 0x0d && mime[at + 2] === 0x0a) return at + 3;
  }
  return mime.length;
}
