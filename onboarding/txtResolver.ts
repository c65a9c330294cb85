/**
 * @param servers DNS servers as `address` or `address:port`; empty: those of the system.
 * @returns a look-up of TXT records for House.resolveTxt.
 */
export function txtResolver(_servers: readonly string[]): (name: string) => Promise<string[]> {
  throw new Error('not built yet');
}
