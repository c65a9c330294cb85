import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file of the built page. */
export interface Asset {
  type: string;
  bytes: Buffer;
  /** Compressed, where that is worth it. */
  packed?: Buffer;
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};
const pack = promisify(gzip);

/**
 * The files that the page consists of beside its HTML, each read once. Only what stands in the list of the folder is
 * looked for, so that no name leads anywhere else.
 */
export function consoleAssets(folder: URL): { get(name: string): Promise<Asset | undefined> } {
  const known = new Map<string, Promise<Asset>>();

  async function read(name: string, type: string): Promise<Asset> {
    const bytes = await readFile(new URL(encodeURIComponent(name), folder));
    const packs = /^(?:text|application)\/|svg/.test(type) && bytes.length > 1_000;
    return { type, bytes, ...(packs && { packed: await pack(bytes) }) };
  }

  return {
    async get(name) {
      const kept = known.get(name);
      if (kept) return kept;
      const type = types[extname(name)];
      const names = await readdir(folder).catch((): string[] => []);
      if (type === undefined || !names.includes(name)) return undefined;
      const asset = read(name, type);
      known.set(name, asset);
      asset.catch(() => known.delete(name));
      return asset;
    },
  };
}
