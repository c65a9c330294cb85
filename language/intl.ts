/** Intl's formatters are costly to make and free to keep: one of each kind and language. */
const kept = new Map<string, unknown>();

function keep<T>(key: string, make: () => T): T {
  let formatter = kept.get(key) as T | undefined;
  if (formatter === undefined) {
    formatter = make();
    kept.set(key, formatter);
  }
  return formatter;
}

/** @returns the formatter of enumerations in `language`. */
export function listFormat(language: string, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  return keep(`list ${language} ${type}`, () => new Intl.ListFormat(language, { type }));
}

/** @returns the names of regions or languages as `language` calls them. */
export function displayNames(language: string, type: 'region' | 'language'): Intl.DisplayNames {
  return keep(`names ${language} ${type}`, () => new Intl.DisplayNames(language, { type, fallback: 'code' }));
}
