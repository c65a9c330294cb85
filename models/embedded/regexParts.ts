/** The pattern and the options, in BSON's spelling, of a JavaScript or BSON regular expression. */
export function regexParts(value: unknown): { pattern: string; flags: string } {
  if (value instanceof RegExp) {
    return { pattern: value.source, flags: [...value.flags].filter((flag) => 'ims'.includes(flag)).join('') };
  }
  const { pattern, options } = value as { pattern: string; options: string };
  return { pattern, flags: options };
}
