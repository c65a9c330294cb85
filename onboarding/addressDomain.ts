/** @returns what stands behind the @, lower-cased; empty when there is none. */
export function addressDomain(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
