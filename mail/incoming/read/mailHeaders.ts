/** The header fields of a mail, as they stand there: unfolded, not decoded (RFC 2047). Names are lower-case. */
export class MailHeaders {
  readonly #raw = new Map<string, string[]>();
  /** Of those that were asked for; most never are. */
  readonly #values = new Map<string, readonly string[]>();

  /** @param fields topmost first: lower-case names, and raw lines, each byte a character. */
  constructor(fields: Iterable<{ name: string; raw: string }>) {
    for (const { name, raw } of fields) {
      const others = this.#raw.get(name);
      if (others === undefined) this.#raw.set(name, [raw]);
      else others.push(raw);
    }
  }

  /** @returns every value of the field, topmost first. */
  all(name: string): readonly string[] {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const values = (this.#raw.get(name) ?? []).map((raw) => unfolded(raw.slice(raw.indexOf(':') + 1)));
    this.#values.set(name, values);
    return values;
  }

  /** @returns the topmost value, or undefined where there is no such field. */
  first(name: string): string | undefined {
    return this.all(name)[0];
  }

  /** @returns whether one of the fields is there, even if empty. */
  hasAny(...names: string[]): boolean {
    return names.some((name) => this.#raw.has(name));
  }
}

function unfolded(raw: string): string {
  const value = raw.includes('\n') ? raw.replace(/\r?\n[ \t]*/g, ' ') : raw;
  // Header bytes beyond ASCII are UTF-8 (RFC 6532), or of an unknown charset, where Latin-1 is as good as any.
  const bytes = Buffer.from(value, 'latin1');
  const text = bytes.toString('utf8');
  return (text.includes('\uFFFD') ? value : text).trim();
}
