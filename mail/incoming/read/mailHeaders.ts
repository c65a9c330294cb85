import type { HeaderLines } from 'mailparser';

/** The header fields of a mail, as they stand there: unfolded, not decoded (RFC 2047). Names are lower-case. */
export class MailHeaders {
  readonly #values = new Map<string, string[]>();

  /** @param lines as of mailparser: raw lines, each byte a character. */
  constructor(lines: HeaderLines) {
    for (const { key, line } of lines) {
      const value = unfolded(line.slice(line.indexOf(':') + 1));
      const values = this.#values.get(key);
      if (values === undefined) this.#values.set(key, [value]);
      else values.push(value);
    }
  }

  /** @returns every value of the field, topmost first. */
  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  /** @returns the topmost value, or undefined where there is no such field. */
  first(name: string): string | undefined {
    return this.#values.get(name)?.[0];
  }

  /** @returns whether one of the fields is there, even if empty. */
  hasAny(...names: string[]): boolean {
    return names.some((name) => this.#values.has(name));
  }
}

function unfolded(raw: string): string {
  const value = raw.includes('\n') ? raw.replace(/\r?\n[ \t]*/g, ' ') : raw;
  // Header bytes beyond ASCII are UTF-8 (RFC 6532), or of an unknown charset, where Latin-1 is as good as any.
  const bytes = Buffer.from(value, 'latin1');
  const text = bytes.toString('utf8');
  return (text.includes('\uFFFD') ? value : text).trim();
}
