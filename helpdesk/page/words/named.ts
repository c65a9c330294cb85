/**
 * @param names texts by their keys.
 * @returns the text for a key that the server sent; the key itself where the page does not know it yet.
 */
export function named(names: Record<string, string>, key: string): string {
  return Object.hasOwn(names, key) ? (names[key] as string) : key;
}
