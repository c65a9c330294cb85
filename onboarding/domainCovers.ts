/** @returns whether addresses at `addressDomain` end in `domain`: the same, or below it. */
export function domainCovers(domain: string, addressDomain: string): boolean {
  return addressDomain === domain || addressDomain.endsWith(`.${domain}`);
}
