/** @returns `?a=1&b=2` of what is set, or nothing at all. */
export function queryString(values: object): string {
  const set = Object.entries(values).filter(([, value]) => typeof value === 'string' && value !== '');
  return set.length ? `?${new URLSearchParams(set as [string, string][])}` : '';
}
