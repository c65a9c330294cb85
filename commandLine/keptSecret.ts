import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @returns the secret that Usher has made for itself in local mode, or undefined where it has not run yet. */
export async function keptSecret(dataDirectory: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dataDirectory, 'link-secret'), 'utf8')).trim();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
    return undefined;
  }
}
