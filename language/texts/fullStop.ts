/** @returns a name that ends a sentence, with its full stop; one that ends in a stop itself (Contoso S.p.A.) gets no second. */
export function fullStop(name: string): string {
  return name.endsWith('.') ? name : `${name}.`;
}
