import { Resolver } from 'node:dns/promises';

const nothingThere = new Set(['ENODATA', 'ENOTFOUND']);

/**
 * @param servers DNS servers as `address` or `address:port`; empty: those of the system.
 * @param patience `timeout` of one try in milliseconds, and the number of tries.
 * @returns a look-up of TXT records for House.resolveTxt: each record joined from its chunks, [] when the name or such
 *   records do not exist; it throws when the servers fail or do not answer (code ESERVFAIL, ETIMEOUT …).
 */
export function txtResolver(
  servers: readonly string[],
  { timeout = 5_000, tries = 2 }: { timeout?: number; tries?: number } = {},
): (name: string) => Promise<string[]> {
  const resolver = new Resolver({ timeout, tries });
  if (servers.length > 0) resolver.setServers(servers);
  return async (name) => {
    try {
      return (await resolver.resolveTxt(name)).map((chunks) => chunks.join(''));
    } catch (fault) {
      if (nothingThere.has((fault as NodeJS.ErrnoException).code ?? '')) return [];
      throw fault;
    }
  };
}
