/** @returns whether two lists hold the same, in whatever order. */
export function areSame(some: readonly string[], others: readonly string[]): boolean {
  return new Set(some).size === new Set([...some, ...others]).size && some.every((one) => others.includes(one));
}
