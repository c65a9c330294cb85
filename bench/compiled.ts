import { readFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Compiles a file of bench/ with what it imports of Usher; libraries stay what they are. Not as tsx runs it: that
 * gives each inner function its name whenever it is made, which costs Usher a tenth of its turn, and the others, whose
 * code comes compiled, nothing. dist/ must have been built: what Usher reads at run time lies there.
 *
 * @param libraries whose node_modules it finds: Usher's own, or those that only the benchmarks need.
 * @returns the path of a file that Node runs by itself.
 */
export async function compiled(file: string, libraries: 'usher' | 'bench'): Promise<string> {
  const outfile = `${root}${libraries === 'usher' ? '' : 'bench/'}dist/measured-${basename(file, '.ts')}.js`;
  await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // As in build.js.
    supported: { 'regexp-unicode-property-escapes': true },
    sourcemap: true,
    plugins: [places],
  });
  return outfile;
}

/** As in build.js: a source that reads a file beside it finds that at the same place in dist/. */
const places: Plugin = {
  name: 'places',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        'import.meta.url',
        `new URL('${relative(root, path)}', import.meta.url).href`,
      ),
      loader: 'ts',
    })),
};
