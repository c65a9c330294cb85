/**
 * @param language of whoever is shown the way there; the page knows nobody.
 * @returns the address, on Usher's own host, of the page that copies a TXT record's value. The value stands behind the #,
 *   which browsers keep to themselves.
 */
export function copyPath(txtRecord: string, language: string): string {
  return `/copy?language=${encodeURIComponent(language)}#${encodeURI(txtRecord)}`;
}
