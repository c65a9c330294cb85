/**
 * Reads a tag list (RFC 6376, 3.2; also of key and DMARC records).
 *
 * @returns the tags, their names lower-cased; undefined when one is there twice or it is none. Quotes, backslashes,
 *   brackets and anything but ASCII are refused too: they mean nothing here, but mailauth reads them as quoted strings
 *   and comments.
 */
export function readTags(text: string): Map<string, string> | undefined {
  if (/["'\\()]|[^\t -~]/.test(text)) return undefined;
  const tags = new Map<string, string>();
  const parts = text.split(';');
  // One semicolon may stand at the end.
  if (parts.at(-1)?.trim() === '') parts.pop();
  for (const part of parts) {
    const [, name, value] = /^\s*([a-z][a-z0-9_]*)\s*=\s*(.*?)\s*$/i.exec(part) ?? [];
    if (name === undefined || value === undefined || tags.has(name.toLowerCase())) return undefined;
    tags.set(name.toLowerCase(), value);
  }
  return tags;
}
